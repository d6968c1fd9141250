import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRollingUsage } from '../../../../shared/analytics/rolling-usage.ts';
import { compareSessions } from '../../../../shared/analytics/session-usage.ts';
import { summarizeSessions } from '../../../../shared/analytics/sessions.ts';
import { sumTotals } from '../../../../shared/analytics/totals.ts';
import { hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import type { PriceBook } from '../../../../shared/ports/price-book.ts';
import { makeCell } from '../../../support/make-cell.ts';

const startMs = Date.parse('2026-05-01T10:00:00Z');
const hours = 3;

const bookAt = (microUsd: number): PriceBook => ({
  boundariesMs: [],
  costOf: ({ model, events }) => (model === 'unpriced' ? null : events * microUsd),
});

const minute = fc
  .record({ hour: fc.nat(hours - 1), minute: fc.constantFrom(0, 20, 59) })
  .map((place) => startMs + place.hour * hourMs + place.minute * minuteMs);
const cell = fc.record({
  source: fc.constantFrom('codex', 'claude-code', 'aider'),
  sessionId: fc.constantFrom('1', '2'),
  model: fc.constantFrom('a', 'b', 'unpriced'),
  project: fc.constantFrom(null, '/x', '/y'),
  branch: fc.constantFrom(null, 'main', 'fix'),
  events: fc.integer({ min: 1, max: 5 }),
});
/** Minutes that changed, with their new cells; some have none any more. */
const slices = fc.dictionary(
  minute.map((atMs) => String(atMs)),
  fc.array(cell, { maxLength: 3 }),
  { maxKeys: 4 },
);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('replace' as const), slices }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), hour: fc.nat(hours) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('price' as const), microUsd: fc.nat(9) }) },
);

function toCells(changed: Readonly<Record<string, readonly Partial<UsageCell>[]>>): readonly UsageCell[] {
  return Object.keys(changed)
    .sort()
    .flatMap((atMs) =>
      (changed[atMs] ?? []).map((patch) => makeCell({ at: new Date(Number(atMs)).toISOString(), ...patch })),
    );
}

describe('rolling usage', () => {
  it('gives the same sums by source and by session as a plain list, whatever is replaced, dropped and priced', () => {
    fc.assert(
      fc.property(slices, fc.array(step, { maxLength: 20 }), (initial, steps) => {
        let book = bookAt(1);
        let all = toCells(initial);
        const usage = createRollingUsage(book, all);
        for (const action of [{ kind: 'none' as const }, ...steps]) {
          if (action.kind === 'replace') {
            const changed = Object.keys(action.slices).map(Number);
            const made = toCells(action.slices);
            usage.replace(changed, made);
            all = [...all.filter((old) => !changed.includes(old.startMs)), ...made].sort(
              (a, b) => a.startMs - b.startMs,
            );
          } else if (action.kind === 'drop') {
            const atMs = startMs + action.hour * hourMs;
            usage.dropBefore(atMs);
            all = all.filter((old) => old.startMs >= atMs);
          } else if (action.kind === 'price') {
            book = bookAt(action.microUsd);
            usage.setBook(book);
          }
          const sources = [...new Set(all.map(({ source }) => source))].sort();
          expect(
            usage.timelines().map(([source, timeline]) => [source, timeline.sumBetween(0, Infinity).totals()]),
          ).toEqual(
            sources.map((source) => [
              source,
              sumTotals(
                all.filter((old) => old.source === source),
                book,
              ),
            ]),
          );
          expect([...usage.sessions()].sort(compareSessions)).toEqual(summarizeSessions(all, book));
          for (const fromMs of [0, startMs + hourMs]) {
            expect([...usage.slicesFrom(fromMs)].sort()).toEqual(
              [...new Set(all.map((old) => old.startMs))].filter((atMs) => atMs >= fromMs).sort(),
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
