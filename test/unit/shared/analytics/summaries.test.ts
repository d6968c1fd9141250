import { describe, expect, it } from 'vitest';
import { summarize } from '../../../../shared/analytics/summaries.ts';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import type { Report, ReportQuery } from '../../../../shared/domain/report.ts';
import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';

const nowMs = Date.parse('2026-05-12T09:00:00Z');
const anything: ReportQuery = { by: 'day', split: 'none', since: null, until: null, timeZone: null, source: null };

const cells = [
  makeCell({ at: '2026-04-30T22:30:00Z', usage: { outputTokens: 1 } }),
  makeCell({ at: '2026-05-01T10:00:00Z', model: 'claude-haiku-4-5', usage: { outputTokens: 10 } }),
  makeCell({ at: '2026-05-01T11:00:00Z', sessionId: 'session-2', project: null, usage: { outputTokens: 100 } }),
  makeCell({
    at: '2026-05-01T12:00:00Z',
    source: 'codex',
    model: 'gpt-5.5',
    sessionId: 'session-2',
    usage: { outputTokens: 1_000 },
  }),
  makeCell({ at: '2026-05-04T00:00:00Z', model: 'mimo', usage: { outputTokens: 10_000 } }),
];

function report(patch: Partial<ReportQuery>, timeZone = 'UTC'): Report {
  return summarize(cells, { ...anything, ...patch }, createCalendar(timeZone), listPrices, nowMs);
}

/** Rows as `key source split output`. */
function rows(patch: Partial<ReportQuery>, timeZone?: string): readonly string[] {
  return report(patch, timeZone).rows.map(({ key, source, split, usage }) =>
    [key, source, ...(split === null ? [] : [split]), usage.outputTokens].join(' '),
  );
}

describe('summarize', () => {
  it.each([
    [
      'day',
      [
        '2026-04-30 claude-code 1',
        '2026-05-01 claude-code 110',
        '2026-05-01 codex 1000',
        '2026-05-04 claude-code 10000',
      ],
    ],
    ['week', ['2026-04-27 claude-code 111', '2026-04-27 codex 1000', '2026-05-04 claude-code 10000']],
    ['month', ['2026-04 claude-code 1', '2026-05 claude-code 10110', '2026-05 codex 1000']],
    ['session', ['session-1 claude-code 10011', 'session-2 claude-code 100', 'session-2 codex 1000']],
    ['project', [' claude-code 100', '/home/ada/engine claude-code 10011', '/home/ada/engine codex 1000']],
    [
      'model',
      [
        'claude-haiku-4-5 claude-code 10',
        'claude-opus-4-8 claude-code 101',
        'gpt-5.5 codex 1000',
        'mimo claude-code 10000',
      ],
    ],
  ] as const)('groups by %s', (by, expected) => {
    expect(rows({ by })).toEqual(expected);
  });

  it('has a row for each combination of several keys, which add up to the rows of one', () => {
    const { rows: both, totals } = report({ by: 'month', alsoBy: 'project,model', source: 'claude-code' });
    expect(both.map(({ key, alsoKeys, usage }) => [key, ...(alsoKeys ?? []), usage.outputTokens])).toEqual([
      ['2026-04', '/home/ada/engine', 'claude-opus-4-8', 1],
      ['2026-05', null, 'claude-opus-4-8', 100],
      ['2026-05', '/home/ada/engine', 'claude-haiku-4-5', 10],
      ['2026-05', '/home/ada/engine', 'mimo', 10_000],
    ]);
    expect(totals).toEqual(report({ by: 'month', source: 'claude-code' }).totals);
    expect(report({ alsoBy: 'day' }).rows[0]).not.toHaveProperty('alsoKeys.0');
  });

  it('splits rows by a second dimension', () => {
    expect(rows({ by: 'month', split: 'model', source: 'claude-code' })).toEqual([
      '2026-04 claude-code claude-opus-4-8 1',
      '2026-05 claude-code claude-haiku-4-5 10',
      '2026-05 claude-code claude-opus-4-8 100',
      '2026-05 claude-code mimo 10000',
    ]);
    expect(rows({ by: 'session', split: 'project', source: 'claude-code' })).toEqual([
      'session-1 claude-code /home/ada/engine 10011',
      'session-2 claude-code 100',
    ]);
  });

  it('orders rows the same whatever the input order, with no name before an empty name', () => {
    const nameless = [null, '', null, ''].map((project, index) =>
      makeCell({ project, sessionId: index < 2 ? '' : 'session-1', usage: { outputTokens: 1 } }),
    );
    const order = (given: readonly UsageCell[], patch: Partial<ReportQuery>): readonly unknown[] =>
      summarize(given, { ...anything, ...patch }, createCalendar('UTC'), listPrices, nowMs).rows.map(
        ({ key, split }) => [key, split],
      );
    for (const given of [nameless, nameless.toReversed()]) {
      expect(order(given, { by: 'project' })).toEqual([
        [null, null],
        ['', null],
      ]);
      expect(order(given, { by: 'session', split: 'project' })).toEqual([
        ['', null],
        ['', ''],
        ['session-1', null],
        ['session-1', ''],
      ]);
    }
  });

  it('uses days in the calendar’s time zone, including both ends', () => {
    expect(rows({ since: '2026-05-01', until: '2026-05-01' })).toEqual([
      '2026-05-01 claude-code 110',
      '2026-05-01 codex 1000',
    ]);
    // 22:30 UTC is the next morning in Kathmandu, and 00:00 UTC the evening before in New York.
    expect(rows({}, 'Asia/Kathmandu')[0]).toBe('2026-05-01 claude-code 111');
    expect(rows({}, 'America/New_York').at(-1)).toBe('2026-05-03 claude-code 10000');
  });

  it('includes cost, models, times and totals of what it covers', () => {
    const { rows: found, totals, ...head } = report({ by: 'month', since: '2026-05-01', source: 'claude-code' });
    expect(head).toEqual({
      generatedAtMs: nowMs,
      timeZone: 'UTC',
      query: { ...anything, by: 'month', since: '2026-05-01', source: 'claude-code' },
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      events: 3,
      // 10x5 + 100x25, and nothing for mimo
      costMicroUsd: 2_550,
      unpricedModels: ['mimo'],
      models: ['claude-haiku-4-5', 'claude-opus-4-8', 'mimo'],
      firstAtMs: Date.parse('2026-05-01T10:00:00Z'),
      lastAtMs: Date.parse('2026-05-04T00:00:00Z'),
    });
    expect(totals).toMatchObject({ events: 3, costMicroUsd: 2_550 });
  });

  it('is empty where nothing was used', () => {
    expect(report({ since: '2027-01-01' })).toMatchObject({ rows: [], totals: { events: 0, costMicroUsd: 0 } });
  });

  it('puts every event into one day when the clock changes', () => {
    const hours = Array.from({ length: 72 }, (_, index) =>
      makeCell({ at: new Date(Date.parse('2026-03-28T00:00:00+01:00') + index * 3_600_000).toISOString() }),
    );
    const berlin = summarize(hours, anything, createCalendar('Europe/Berlin'), listPrices, nowMs);
    expect(berlin.rows.map(({ key, events }) => [key, events])).toEqual([
      ['2026-03-28', 24],
      ['2026-03-29', 23],
      ['2026-03-30', 24],
      ['2026-03-31', 1],
    ]);
  });
});
