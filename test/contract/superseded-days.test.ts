import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../shared/domain/calendar-day.ts';
import { hourMs } from '../../shared/domain/instant.ts';
import { findSupersededDays } from '../../shared/imports/superseded-days.ts';
import { toHistoryEntrypoint } from '../../shared/sources/imported-history/entrypoint.ts';
import { batchOf, eventOf } from '../support/ledger-samples.ts';
import { ledgerStores } from '../support/ledger-stores.ts';

const agents = ['claude-code', 'codex', 'our (own) agent'];
/** Days around the change to summer time in Berlin, on which a day has 23 hours. */
const days = ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'];

const uses = fc.array(
  fc.record({
    agent: fc.constantFrom(...agents),
    day: fc.constantFrom(...days),
    kind: fc.constantFrom('sum', 'imported request', 'own'),
    hour: fc.integer({ min: 0, max: 22 }),
  }),
  { maxLength: 12 },
);

describe.each(ledgerStores)('days that were imported and counted: %s', (_name, create) => {
  it('are those with a sum and own usage of the same agent, and no others', () => {
    fc.assert(
      fc.property(
        uses,
        fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata'),
        fc.boolean(),
        (all, zone, isRolled) => {
          const calendar = createCalendar(zone);
          const store = create();
          all.forEach(({ agent, day, kind, hour }, index) => {
            const event = eventOf({
              key: `key:${index}`,
              atMs: calendar.startOf(day) + (kind === 'sum' ? 12 : hour) * hourMs,
              source: kind === 'own' ? agent : 'imported-history',
              isSum: kind === 'sum',
              entrypoint: kind === 'own' ? 'cli' : toHistoryEntrypoint('codeburn', agent),
            });
            const path = `/${index}.jsonl`;
            store.apply([batchOf([{ kind: 'event', event }], { path, source: event.profile.source })]);
          });
          if (isRolled) store.refreshRollups();
          const listOf = (kind: string) =>
            new Set(all.filter((use) => use.kind === kind).map(({ agent, day }) => `${agent} ${day}`));
          const own = listOf('own');
          const expected = [...listOf('sum')].filter((name) => own.has(name)).sort();
          const toList = (found: ReturnType<typeof findSupersededDays>) =>
            [...found].flatMap(([agent, set]) => [...set].map((day) => `${agent} ${day}`)).sort();
          expect(toList(findSupersededDays(store, calendar, null))).toEqual(expected);
          const atMs = calendar.startOf(days[1]!) + hourMs;
          expect(toList(findSupersededDays(store, calendar, { fromMs: atMs, toMs: atMs }))).toEqual(
            expected.filter((name) => name.endsWith(days[1]!)),
          );
          store.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});
