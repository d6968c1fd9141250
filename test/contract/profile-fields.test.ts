import { describe, expect, it } from 'vitest';
import { packRecords, unpackRecords } from '../../main/node/ingest/threads/packed-records.ts';
import { toReportSums } from '../../shared/analytics/sum-queries.ts';
import { summarize } from '../../shared/analytics/summaries.ts';
import { createCalendar } from '../../shared/domain/calendar-day.ts';
import { quarterHourMs } from '../../shared/domain/instant.ts';
import { type GroupField, type Profile, profileFields, profileFieldNames } from '../../shared/domain/profile-fields.ts';
import { findReportField, reportKeys, type ReportQuery } from '../../shared/domain/report.ts';
import type { UsageCell } from '../../shared/domain/usage-cell.ts';
import { createLedgerEventMapper } from '../../shared/ledger/ledger-event.ts';
import { compareOwners } from '../../shared/ledger/owner-rank.ts';
import { isSameProfile } from '../../shared/ledger/profile.ts';
import { listPrices } from '../support/list-prices.ts';
import { eventBatchOf, eventOf, sampleMs } from '../support/ledger-samples.ts';
import { ledgerStores } from '../support/ledger-stores.ts';

// What every profile field must do. A new field is one entry of the table, and these tests cover it too.

const usual = eventOf({});

/** A value that `eventOf` does not give to the field. */
function findOther(name: keyof Profile): Profile[keyof Profile] {
  const field = profileFields[name];
  if (field.kind === 'text') return `another ${name}`;
  return (field.values as readonly Profile[keyof Profile][]).findLast((value) => value !== usual.profile[name])!;
}

describe.each(profileFieldNames)('a profile’s %s', (name) => {
  const { role } = profileFields[name];
  const other = findOther(name);
  const left = eventOf({ key: 'left' });
  const right = eventOf({ key: 'right', [name]: other });

  it('distinguishes profiles and owners', () => {
    const map = createLedgerEventMapper((text) => text);
    const [one, two] = [left, right].map((event) => map(event, 'a'));
    expect(isSameProfile(left.profile, { ...left.profile })).toBe(true);
    expect(isSameProfile(left.profile, right.profile)).toBe(false);
    expect(compareOwners(one!, one!)).toBe(0);
    expect(compareOwners(one!, two!)).not.toBe(0);
  });

  it('survives the transfer between threads', () => {
    const records = [left, right, left].map((event) => ({ kind: 'event' as const, event }));
    expect(unpackRecords(structuredClone(packRecords(records)))).toEqual(records);
  });

  describe.each(ledgerStores)('in a ledger (%s)', (_name, create) => {
    const withBoth = () => {
      const store = create();
      store.apply([eventBatchOf(left, right)]);
      return store;
    };
    const valuesOf = (cells: readonly UsageCell[]) => new Set(cells.map((cell) => (cell as Partial<Profile>)[name]));
    const both = new Set([usual.profile[name], other]);

    it('is stored with each of two consecutive events', () => {
      const store = withBoth();
      expect(new Set([...store.contents().entries].map(({ event }) => event.profile[name]))).toEqual(both);
      store.close();
    });

    it('separates cells unless it is a detail, also after compaction', () => {
      const store = withBoth();
      for (const isCompacted of [false, true]) {
        if (isCompacted) store.compact({ beforeMs: sampleMs + 1, maxEvents: 9 });
        const cells = store.cells({ grainMs: quarterHourMs });
        expect(cells.reduce((sum, { events }) => sum + events, 0)).toBe(2);
        if (role === 'detail') expect(cells).toHaveLength(1);
        else expect(valuesOf(cells)).toEqual(both);
      }
      store.close();
    });

    it('separates sums according to its role', () => {
      const store = withBoth();
      const sum = (groupBy: readonly GroupField[]) => store.sums({ boundariesMs: [], groupBy });
      expect(sum([])).toHaveLength(role === 'price' ? 2 : 1);
      if (role === 'group') expect(valuesOf(sum([name as GroupField]))).toEqual(both);
      store.close();
    });
  });
});

const reported = reportKeys.flatMap((by) => {
  const name = findReportField(by);
  return name === null ? [] : [{ by, name }];
});

describe.each(reported)('the report by $by', ({ by, name }) => {
  it.each(ledgerStores)('has a row for each value of its field, in a ledger (%s)', (_name, create) => {
    const other = findOther(name);
    const store = create();
    store.apply([eventBatchOf(eventOf({ key: 'left' }), eventOf({ key: 'right', [name]: other }))]);
    const query: ReportQuery = { by, split: 'none', since: null, until: null, timeZone: null, source: null };
    const calendar = createCalendar('UTC');
    const extent = { firstAtMs: sampleMs, lastAtMs: sampleMs };
    const cells = store.sums(toReportSums(query, calendar, listPrices, extent));
    const { rows } = summarize(cells, query, calendar, listPrices, sampleMs);
    expect(new Set(rows.map(({ key }) => key))).toEqual(new Set([usual.profile[name], other]));
    store.close();
  });
});

it('every field with a report name has a report', () => {
  const named = profileFieldNames.filter((name) => 'report' in profileFields[name]);
  expect(reported.map(({ name }) => name).sort()).toEqual([...named].sort());
});
