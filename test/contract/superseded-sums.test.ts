import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, createCalendar } from '../../shared/domain/calendar-day.ts';
import { hourMs } from '../../shared/domain/instant.ts';
import { emptyUsage } from '../../shared/domain/token-usage.ts';
import { toSumUse } from '../../shared/imports/history-import.ts';
import { findSuperseded, mayCountTwice } from '../../shared/imports/superseded-sums.ts';
import { toHistoryEntrypoint } from '../../shared/sources/imported-history/entrypoint.ts';
import { batchOf, eventOf } from '../support/ledger-samples.ts';
import { ledgerStores } from '../support/ledger-stores.ts';

const agents = ['claude-code', 'codex', 'our (own) agent'];
/** Days around the changes to summer and winter time in Berlin, which have 23 and 25 hours. */
const days = ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26'];

const samples = fc.array(
  fc.record({
    agent: fc.constantFrom(...agents),
    day: fc.constantFrom(...days),
    kind: fc.constantFrom('sum', 'imported request', 'own'),
    /** Within the first and the last hour of a day, too. */
    quarter: fc.integer({ min: 0, max: 99 }),
  }),
  { maxLength: 12 },
);

describe.each(ledgerStores)('sums of days that were counted, too: %s', (_name, create) => {
  it('are those whose day, where they were imported, has own usage of the agent, and no others', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland');
    fc.assert(
      fc.property(samples, zones, fc.boolean(), (all, zone, isRolled) => {
        const calendar = createCalendar(zone);
        const store = create();
        const toSum = (agent: string, day: string) =>
          toSumUse({ agent, day, model: 'gpt-5', usage: emptyUsage, costUsd: null }, calendar);
        const listed = all.map((sample) => ({
          ...sample,
          atMs:
            sample.kind === 'sum'
              ? toSum(sample.agent, sample.day).atMs
              : calendar.startOf(sample.day) + sample.quarter * (hourMs / 4),
        }));
        listed.forEach(({ agent, atMs, kind }, index) => {
          const event = eventOf({
            ...{ key: `key:${index}`, atMs, isSum: kind === 'sum' },
            source: kind === 'own' ? agent : 'imported-history',
            entrypoint: kind === 'own' ? 'cli' : toHistoryEntrypoint('codeburn', agent),
          });
          const path = `/${index}.jsonl`;
          store.apply([batchOf([{ kind: 'event', event }], { path, source: event.profile.source })]);
        });
        if (isRolled) store.refreshRollups();
        const sums = listed.filter(({ kind }) => kind === 'sum').map(({ agent, day }) => toSum(agent, day));
        const own = new Set(
          listed.filter(({ kind }) => kind === 'own').map(({ agent, atMs }) => `${agent} ${calendar.dayOf(atMs)}`),
        );
        const expected = sums.filter(({ id, agent }) => own.has(`${agent} ${id.slice(0, 10)}`));
        const found = findSuperseded(store, sums);
        expect(sums.filter((sum) => found.has(sum))).toEqual(expected);
        expect(found.size).toBe(expected.length);
        // The cheap look may find too much, but never misses one, wherever it is asked from.
        if (expected.length > 0) expect(mayCountTwice(store, null)).toBe(true);
        for (const { id } of expected) {
          const day = id.slice(0, 10);
          const [fromMs, toMs] = [calendar.startOf(day), calendar.startOf(addDays(day, 1)) - 1];
          expect(mayCountTwice(store, { fromMs, toMs })).toBe(true);
        }
        if (own.size === 0) expect(mayCountTwice(store, null)).toBe(false);
        store.close();
      }),
      { numRuns: 60 },
    );
  });
});
