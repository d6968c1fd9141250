import { describe, expect, it } from 'vitest';
import { toHourSums, toReportSums, toSumQuery } from '../../../../shared/analytics/sum-queries.ts';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { hourMs } from '../../../../shared/domain/instant.ts';
import { groupFields } from '../../../../shared/domain/profile-fields.ts';
import type { ReportQuery } from '../../../../shared/domain/report.ts';
import type { PriceBook } from '../../../../shared/ports/price-book.ts';

const kathmandu = createCalendar('Asia/Kathmandu');
const priceChangeMs = Date.parse('2026-05-03T00:00:00Z');
const book: PriceBook = { boundariesMs: [priceChangeMs], costOf: () => 0 };
const freeBook: PriceBook = { ...book, boundariesMs: [] };
const anything: ReportQuery = { by: 'day', split: 'none', since: null, until: null, timeZone: null, source: null };
/** The start of a day in Kathmandu, 5:45 before it starts in UTC. */
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+05:45`);
const extent = { firstAtMs: startOf('2026-05-01') + 7, lastAtMs: startOf('2026-05-04') + 7 };

describe('toSumQuery', () => {
  it('covers whole days of the calendar, and everything where nothing is said', () => {
    const selection = { since: '2026-05-01', until: '2026-05-02', source: 'codex' } as const;
    expect(toSumQuery(selection, kathmandu, book, ['project'])).toEqual({
      fromMs: startOf('2026-05-01'),
      toMs: startOf('2026-05-03'),
      source: 'codex',
      groupBy: ['project'],
      boundariesMs: [priceChangeMs],
    });
    expect(toSumQuery({ since: null, until: null, source: null }, kathmandu, freeBook, [])).toEqual({
      fromMs: undefined,
      toMs: undefined,
      source: undefined,
      groupBy: [],
      boundariesMs: [],
    });
  });

  it('cuts at price changes and at the given instants, in order and each once', () => {
    const given = [priceChangeMs + 1, priceChangeMs, priceChangeMs - 1];
    const { boundariesMs } = toSumQuery({ since: null, until: null, source: null }, kathmandu, book, [], given);
    expect(boundariesMs).toEqual([priceChangeMs - 1, priceChangeMs, priceChangeMs + 1]);
  });
});

describe('toReportSums', () => {
  const boundaries = (patch: Partial<ReportQuery>, of = extent) =>
    toReportSums({ ...anything, ...patch }, kathmandu, freeBook, of).boundariesMs?.map((atMs) => kathmandu.dayOf(atMs));

  it('cuts at every day, week or month from the first event to the last', () => {
    expect(boundaries({})).toEqual(['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04']);
    expect(boundaries({}, { ...extent, lastAtMs: extent.firstAtMs })).toEqual(['2026-05-01']);
    expect(boundaries({ by: 'week' })).toEqual(['2026-05-01', '2026-05-04']);
    expect(boundaries({ by: 'month' }, { ...extent, lastAtMs: startOf('2026-06-01') })).toEqual([
      '2026-05-01',
      '2026-06-01',
    ]);
  });

  it('cuts by the finest of several periods, wherever it stands', () => {
    const all = ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04'];
    expect(boundaries({ by: 'project', alsoBy: 'week' })).toEqual(['2026-05-01', '2026-05-04']);
    expect(boundaries({ by: 'month', alsoBy: 'week' })).toEqual(all);
    expect(toReportSums({ ...anything, alsoBy: 'model,project' }, kathmandu, book, extent).groupBy).toEqual([
      'project',
    ]);
  });

  it('cuts only at days that were asked for and exist', () => {
    expect(boundaries({ since: '2026-05-02', until: '2026-05-03' })).toEqual(['2026-05-02', '2026-05-03']);
    expect(boundaries({ since: '2026-04-01', until: '2026-06-01' })).toHaveLength(4);
    expect(boundaries({ since: '2026-05-05' })).toEqual([]);
  });

  it('cuts at no days where there are none, or where rows are no periods', () => {
    expect(toReportSums(anything, kathmandu, freeBook, null).boundariesMs).toEqual([]);
    expect(boundaries({ by: 'project' })).toEqual([]);
    expect(toReportSums({ ...anything, by: 'project' }, kathmandu, book, extent).boundariesMs).toEqual([priceChangeMs]);
  });

  it('keeps apart only what rows keep apart', () => {
    const groups = (patch: Partial<ReportQuery>) =>
      toReportSums({ ...anything, ...patch }, kathmandu, book, extent).groupBy;
    expect(groups({})).toEqual([]);
    expect(groups({ by: 'project' })).toEqual(['project']);
    expect(groups({ by: 'session', split: 'project' })).toEqual(
      groupFields.filter((name) => name === 'sessionId' || name === 'project'),
    );
  });
});

describe('toHourSums', () => {
  it('cuts at every full hour from the first event to the end, and at price changes', () => {
    const firstAtMs = priceChangeMs - hourMs - 1;
    const query = toHourSums('codex', book, { firstAtMs, lastAtMs: priceChangeMs }, priceChangeMs + hourMs);
    expect(query).toEqual({
      toMs: priceChangeMs + hourMs,
      source: 'codex',
      groupBy: [],
      boundariesMs: [priceChangeMs - 2 * hourMs, priceChangeMs - hourMs, priceChangeMs],
    });
    expect(toHourSums(null, freeBook, extent, extent.firstAtMs - hourMs)).toEqual({
      toMs: extent.firstAtMs - hourMs,
      source: undefined,
      groupBy: [],
      boundariesMs: [],
    });
  });
});
