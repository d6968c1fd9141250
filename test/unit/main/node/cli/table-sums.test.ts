import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBlocks } from '../../../../../shared/analytics/blocks.ts';
import { cutBlocks } from '../../../../../main/node/engine/usage/list-blocks.ts';
import { summarizeSessions } from '../../../../../shared/analytics/sessions.ts';
import { summarize } from '../../../../../shared/analytics/summaries.ts';
import { sumTotals } from '../../../../../shared/analytics/totals.ts';
import { createCalendar } from '../../../../../shared/domain/calendar-day.ts';
import { dayMs, hourMs } from '../../../../../shared/domain/instant.ts';
import type { ReportKey } from '../../../../../shared/domain/report.ts';
import type { SpanQuery } from '../../../../../shared/domain/span-query.ts';
import type { UsageCell } from '../../../../../shared/domain/usage-cell.ts';
import { listPrices } from '../../../../support/list-prices.ts';
import { createFakeEngine, nowMs, runWith } from '../../../../fakes/cli-host.ts';
import { makeCell } from '../../../../support/make-cell.ts';

interface Printed {
  readonly rows: readonly Sums[];
  readonly totals: Sums;
}
interface Sums {
  readonly events: number;
  readonly costUsd: number | null;
  readonly usage: { readonly totalTokens: number; readonly inputTokens: number; readonly outputTokens: number };
}

const calendar = createCalendar('UTC');
const tokens = fc.integer({ min: 0, max: 5_000_000 });
const cells = fc.array(
  fc
    .record({
      day: fc.integer({ min: 0, max: 40 }),
      hour: fc.integer({ min: 0, max: 23 }),
      sessionId: fc.constantFrom('a', 'b', 'c', 'd'),
      project: fc.constantFrom('/home/ada/shop', '/home/ada/日本', null),
      model: fc.constantFrom('claude-opus-4-8', 'claude-sonnet-4-20250514', 'without-a-price'),
      events: fc.integer({ min: 1, max: 9_999 }),
      input: tokens,
      output: tokens,
    })
    .map(({ day, hour, input, output, ...rest }): UsageCell => {
      const atMs = nowMs - day * dayMs - hour * hourMs;
      const cell = makeCell({ ...rest, startMs: atMs, firstAtMs: atMs, lastAtMs: atMs });
      return { ...cell, usage: { ...cell.usage, inputTokens: input, outputTokens: output } };
    }),
  { minLength: 1, maxLength: 25 },
);

/** An engine that sums these cells as the real one does. */
function createSummingEngine(all: readonly UsageCell[]) {
  return {
    ...createFakeEngine(),
    blocks: ({ since, until }: SpanQuery) => {
      const rows = cutBlocks(buildBlocks(all, { nowMs, book: listPrices }), { since, until }, calendar);
      return {
        generatedAtMs: nowMs,
        timeZone: 'UTC',
        rows,
        active: [],
        totals: sumTotals(all, listPrices),
        baselines: [],
      };
    },
    report: (query: Parameters<typeof summarize>[1]) => summarize(all, query, calendar, listPrices, nowMs),
    sessions: () => ({
      generatedAtMs: nowMs,
      timeZone: 'UTC',
      rows: summarizeSessions(all, listPrices).toSorted((left, right) => left.lastAtMs - right.lastAtMs),
      totals: sumTotals(all, listPrices),
    }),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const printWith =
  (all: readonly UsageCell[], call: readonly string[]) =>
  async (...more: readonly string[]): Promise<string> => {
    const { exitCode, stdout, stderr } = await runWith(createSummingEngine(all), [...call, ...more]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    return stdout;
  };

/** A figure of a table cell, which is rounded: the number and half of its last digit. */
function readFigure(text: string): { readonly value: number; readonly error: number } {
  const [, digits = '', unit = ''] = /^\$?([\d,]*\.?\d+)([KMB]?)\+?$/.exec(text) ?? [];
  const scale = { '': 1, K: 1e3, M: 1e6, B: 1e9 }[unit] ?? Number.NaN;
  const decimals = digits.split('.')[1]?.length ?? (unit === '' ? 0 : 1);
  return { value: Number(digits.replaceAll(',', '')) * scale, error: 0.5001 * scale * 10 ** -decimals };
}

function isFigure(text: string, exact: number): void {
  const { value, error } = readFigure(text);
  expect(Math.abs(value - exact), `${text} for ${exact}`).toBeLessThanOrEqual(error);
}

/** The first and the last day that are asked for, counted back from today. */
const days = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

describe('every table', () => {
  const calls = fc.tuple(
    fc.constantFrom<ReportKey | 'sessions'>(
      'day',
      'week',
      'month',
      'model',
      'project',
      'session',
      'source',
      'sessions',
    ),
    fc.option(fc.integer({ min: 1, max: 4 })),
    fc.boolean(),
  );
  it('has the sums of its JSON, and of its CSV, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(cells, calls, async (all, [by, last, isNewestFirst]) => {
        const call = [
          ...(by === 'sessions' ? ['sessions'] : ['report', '--by', by]),
          ...(last === null ? [] : ['--last', String(last)]),
          ...(isNewestFirst ? ['--order', 'desc'] : []),
        ];
        const run = printWith(all, call);
        const json = JSON.parse(await run('--json')) as Printed;
        const { totals } = json;
        expect(sum(json.rows.map(({ events }) => events))).toBe(totals.events);
        expect(sum(json.rows.map(({ usage }) => usage.totalTokens))).toBe(totals.usage.totalTokens);
        const csv = (await run('--columns', 'events,totalTokens,costUsd', '--csv')).trimEnd().split('\n').slice(1);
        const column = (index: number) => sum(csv.map((line) => Number(line.split(',')[index])));
        expect([column(0), column(1)]).toEqual([totals.events, totals.usage.totalTokens]);
        expect(column(2)).toBeCloseTo(totals.costUsd ?? 0, 4);
        // Nothing in those days: then a sentence stands in place of the table.
        if (json.rows.length === 0) return;
        const lines = (await run('--columns', 'events,total,cost')).split('\n');
        const rule = lines.findIndex((line) => line.startsWith('─'));
        expect(lines.slice(1, rule)).toHaveLength(json.rows.length);
        const [events = '', total = '', cost = ''] = (lines[rule + 1] ?? '').trim().split(/ +/).slice(-3);
        isFigure(events, totals.events);
        isFigure(total, totals.usage.totalTokens);
        if (totals.costUsd === null) expect(cost).toBe('-');
        else isFigure(cost, totals.costUsd);
      }),
      { numRuns: 60 },
    );
  });

  const choices = fc.tuple(
    fc.subarray(['--last 2', '--order desc', '--active', '--recent', '--token-limit max']),
    days,
  );
  it('of blocks has them too, also where a block reaches beyond the days that are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(cells, choices, async (all, [options, [first, last]]) => {
        const span = [
          '--since',
          calendar.dayOf(nowMs - last * dayMs),
          '--until',
          calendar.dayOf(nowMs - first * dayMs),
        ];
        const run = printWith(all, ['blocks', ...span, ...options.flatMap((option) => option.split(' '))]);
        const { rows, totals } = JSON.parse(await run('--json')) as Printed;
        expect(sum(rows.map(({ events }) => events))).toBe(totals.events);
        expect(sum(rows.map(({ usage }) => usage.totalTokens))).toBe(totals.usage.totalTokens);
        expect(sum(rows.map(({ costUsd }) => costUsd ?? 0))).toBeCloseTo(totals.costUsd ?? 0, 4);
        const csv = (await run('--columns', 'events,totalTokens', '--csv')).trimEnd().split('\n').slice(1);
        expect(csv).toEqual(rows.map(({ events, usage }) => `${events},${usage.totalTokens}`));
        const used = rows.filter(({ events }) => events > 0);
        if (rows.length === 0) return;
        const table = (await run('--columns', 'start,events,total')).split('\n\n')[0]?.trimEnd().split('\n').slice(1);
        // A gap has no figures.
        const figures = table?.map((line) => line.trim().split(/ {2,}/).slice(1)).filter(({ length }) => length === 2);
        expect(figures).toHaveLength(used.length);
        for (const [index, [events = '', tokens = '']] of (figures ?? []).entries()) {
          isFigure(events, used[index]?.events ?? -1);
          isFigure(tokens, used[index]?.usage.totalTokens ?? -1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
