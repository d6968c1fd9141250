import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countRequest,
  noCounts,
  observeFront,
  removeSent,
  takeBatch,
  toEvent,
  type Counts,
} from '../../../../build/extension/counts.ts';
import { readApiEvents, readSiteEvents } from '../../../../shared/activity/read-events.ts';
import { sites } from '../../../../shared/activity/site-table.ts';
import { dayMs, minuteMs, secondMs } from '../../../../shared/domain/instant.ts';

const startMs = Date.UTC(2026, 10, 27, 9, 14, 50);
const at = (ms: number) => ({ nowMs: startMs + ms, day: '2026-11-27' });
const look = (counts: Counts, domain: string | null, ms: number): Counts => observeFront(counts, domain, at(ms));

describe('what is in front', () => {
  it('counts the time between two looks for the site that was in front before, and a turn to it as a visit', () => {
    let counts = look(noCounts, 'claude.ai', 0);
    counts = look(counts, 'claude.ai', 4 * secondMs);
    counts = look(counts, 'poe.com', 6 * secondMs);
    counts = look(counts, null, 7 * secondMs);
    counts = look(counts, 'claude.ai', 9 * secondMs);
    expect(counts.today.sites).toEqual({
      'claude.ai': { activeMs: 6 * secondMs, visits: 2 },
      'poe.com': { activeMs: secondMs, visits: 1 },
    });
  });

  it('counts nothing across a gap in which the machine slept, nor when the clock is set back', () => {
    let counts = look(noCounts, 'claude.ai', 0);
    counts = look(counts, 'claude.ai', 2 * minuteMs);
    counts = look(counts, 'claude.ai', minuteMs);
    expect(counts.today.sites['claude.ai']).toEqual({ activeMs: 0, visits: 1 });
    counts = look(counts, 'claude.ai', minuteMs + secondMs);
    expect(counts.today.sites['claude.ai']?.activeMs).toBe(secondMs);
  });

  it('starts from zero on another day, and keeps what is still unsent', () => {
    const counts = look(look(noCounts, 'claude.ai', 0), null, secondMs);
    const next = observeFront(counts, null, { nowMs: startMs + dayMs, day: '2026-11-28' });
    expect(next.today).toEqual({ day: '2026-11-28', sites: {}, requests: 0 });
    expect(next.waiting).toEqual(counts.waiting);
    const muchLater = observeFront(counts, null, { nowMs: startMs + 31 * dayMs, day: '2026-12-28' });
    expect(muchLater.waiting).toEqual([]);
  });
});

describe('what is sent', () => {
  it('is what the receiver reads: the same time in the same quarters of an hour', () => {
    let counts = look(noCounts, 'claude.ai', 0);
    counts = look(counts, 'claude.ai', 30 * secondMs);
    counts = countRequest(countRequest(counts, 'claude-web', at(31 * secondMs)), 'claude-web', at(32 * secondMs));
    const nowMs = startMs + minuteMs;
    const toRows = (kind: 'site' | 'api') => takeBatch(counts, kind, 10).map((count) => toEvent(count, 'chromium'));
    const rows = readSiteEvents(toRows('site'), sites, nowMs);
    expect(rows.map(({ startMs: slotMs, activeMs, count }) => [slotMs - startMs, activeMs, count])).toEqual([
      [-(14 * minuteMs + 50 * secondMs), 10 * secondMs, 1],
      [10 * secondMs, 20 * secondMs, 0],
    ]);
    expect(readApiEvents(toRows('api'), nowMs)).toMatchObject([{ name: 'claude-web', count: 2 }]);
  });

  it('is taken away once it is kept; what came in the meantime stays', () => {
    const before = look(look(noCounts, 'claude.ai', 0), 'claude.ai', secondMs);
    const batch = takeBatch(before, 'site', 10);
    const meanwhile = look(before, null, 3 * secondMs);
    expect(removeSent(before, batch).waiting).toEqual([]);
    expect(removeSent(meanwhile, batch).waiting).toMatchObject([{ activeMs: 2 * secondMs, count: 0 }]);
  });

  it('loses and doubles nothing, in whatever order people look and counts are sent', () => {
    const step = fc.record({
      domain: fc.constantFrom('claude.ai', 'poe.com', null),
      afterMs: fc.integer({ min: -minuteMs, max: 3 * minuteMs }),
      sends: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let [counts, nowMs] = [noCounts, startMs];
        const sum = { activeMs: 0, count: 0 };
        const send = (): void => {
          const batch = takeBatch(counts, 'site', 3);
          for (const { activeMs, count } of batch) {
            sum.activeMs += activeMs;
            sum.count += count;
          }
          counts = removeSent(counts, batch);
        };
        for (const { domain, afterMs, sends } of steps) {
          nowMs += afterMs;
          counts = observeFront(counts, domain, { nowMs, day: '2026-11-27' });
          if (sends) send();
        }
        while (counts.waiting.length > 0) send();
        const seen = Object.values(counts.today.sites);
        expect(sum).toEqual({
          activeMs: seen.reduce((total, { activeMs }) => total + activeMs, 0),
          count: seen.reduce((total, { visits }) => total + visits, 0),
        });
      }),
    );
  });
});
