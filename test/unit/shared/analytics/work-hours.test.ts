import { describe, expect, it } from 'vitest';
import { measureConcurrency, sumHours, sumHoursOfWeek } from '../../../../shared/analytics/work-hours.ts';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';

function span(sessionId: string, from: string, to: string) {
  return makeCell({ sessionId, at: from, lastAtMs: Date.parse(to), usage: { outputTokens: 1 } });
}

describe('sumHoursOfWeek', () => {
  it('puts usage at the weekday and the hour of the clock in the time zone', () => {
    const cells = [
      makeCell({ at: '2026-05-10T20:00:00Z', usage: { outputTokens: 3 } }),
      makeCell({ at: '2026-05-17T20:15:00Z', model: 'unknown-model', usage: { outputTokens: 4 } }),
      makeCell({ at: '2026-05-11T00:00:00Z', usage: { outputTokens: 5 } }),
    ];
    const hours = sumHoursOfWeek(cells, createCalendar('Asia/Kolkata'), listPrices);
    // 20:00 UTC on a Sunday is 1:30 on Monday in India.
    expect(hours.map(({ weekday, hour, tokens, events }) => [weekday, hour, tokens, events])).toEqual([
      [0, 1, 7, 2],
      [0, 5, 5, 1],
    ]);
    expect(hours[0]?.costMicroUsd).toBe(listPrices.costOf(cells[0]!));
  });

  it('knows no cost where no model has a price', () => {
    const cells = [makeCell({ model: 'unknown-model', usage: { outputTokens: 4 } })];
    expect(sumHoursOfWeek(cells, createCalendar('UTC'), listPrices)[0]?.costMicroUsd).toBeNull();
  });
});

describe('sumHours', () => {
  it('starts hours where those of the clock start, and keeps sources apart', () => {
    const cells = [
      makeCell({ at: '2026-05-10T20:29:00Z', usage: { outputTokens: 1 } }),
      makeCell({ at: '2026-05-10T20:31:00Z', usage: { outputTokens: 2 } }),
      makeCell({ at: '2026-05-10T21:15:00Z', usage: { outputTokens: 4 } }),
      makeCell({ at: '2026-05-10T20:31:00Z', source: 'codex', usage: { outputTokens: 8 } }),
    ];
    const rows = sumHours(cells, createCalendar('Asia/Kolkata'), listPrices);
    expect(
      rows.map(({ startMs, source, usage }) => [new Date(startMs).toISOString(), source, usage.outputTokens]),
    ).toEqual([
      ['2026-05-10T19:30:00.000Z', 'claude-code', 1],
      ['2026-05-10T20:30:00.000Z', 'claude-code', 6],
      ['2026-05-10T20:30:00.000Z', 'codex', 8],
    ]);
  });
});

describe('hours around a clock change', () => {
  function sum(timeZone: string, ...ats: readonly string[]) {
    const cells = ats.map((at) => makeCell({ at, usage: { outputTokens: 1 } }));
    return sumHours(cells, createCalendar(timeZone), listPrices).map(({ startMs }) => new Date(startMs).toISOString());
  }

  it('start at the change when the clock is set back, and no earlier', () => {
    const twice = ['2026-11-01T05:10:00Z', '2026-11-01T06:10:00Z', '2026-11-01T06:50:00Z'];
    expect(sum('America/New_York', ...twice)).toEqual(['2026-11-01T05:00:00.000Z', '2026-11-01T06:00:00.000Z']);
    expect(sum('Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25T01:20:00Z')).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T01:00:00.000Z',
    ]);
  });

  it('are shorter when it changes by half an hour', () => {
    expect(sum('Australia/Lord_Howe', '2026-04-04T14:40:00Z', '2026-04-04T15:10:00Z', '2026-04-04T15:40:00Z')).toEqual([
      '2026-04-04T14:00:00.000Z',
      '2026-04-04T15:00:00.000Z',
      '2026-04-04T15:30:00.000Z',
    ]);
    expect(sum('Australia/Lord_Howe', '2026-10-03T15:20:00Z', '2026-10-03T15:40:00Z', '2026-10-03T16:10:00Z')).toEqual([
      '2026-10-03T14:30:00.000Z',
      '2026-10-03T15:30:00.000Z',
      '2026-10-03T16:00:00.000Z',
    ]);
  });
});

describe('measureConcurrency', () => {
  it('counts sessions that worked at the same time, and the minutes of each', () => {
    const cells = [
      span('a', '2026-05-01T10:00:00Z', '2026-05-01T10:10:00Z'),
      span('b', '2026-05-01T10:05:00Z', '2026-05-01T10:14:00Z'),
      span('c', '2026-05-01T10:14:00Z', '2026-05-01T10:14:30Z'),
    ];
    expect(measureConcurrency(cells)).toEqual({
      agentMinutes: 20,
      peak: { sessions: 2, atMs: Date.parse('2026-05-01T10:05:00Z') },
    });
  });

  it('counts a single response as a minute that does not reach into the next quarter', () => {
    const cells = [
      span('a', '2026-05-01T10:14:30Z', '2026-05-01T10:14:30Z'),
      span('a', '2026-05-01T10:15:00Z', '2026-05-01T10:15:00Z'),
    ];
    expect(measureConcurrency(cells)).toMatchObject({ agentMinutes: 2, peak: { sessions: 1 } });
  });

  it('merges the models of one session', () => {
    const cells = [
      span('a', '2026-05-01T10:00:00Z', '2026-05-01T10:10:00Z'),
      { ...span('a', '2026-05-01T10:02:00Z', '2026-05-01T10:12:00Z'), model: 'claude-haiku-4-5' },
    ];
    expect(measureConcurrency(cells)).toMatchObject({ agentMinutes: 12, peak: { sessions: 1 } });
  });

  it('has no peak without usage', () => {
    expect(measureConcurrency([])).toEqual({ agentMinutes: 0, peak: null });
  });
});
