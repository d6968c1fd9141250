import type { Baseline } from '../../../../shared/domain/baseline.ts';
import { everyDay } from '../../../../shared/limits/work-week.ts';
import { makeForecast } from '../../../support/make-forecast.ts';
import { describe, expect, it } from 'vitest';
import { noLimitChanges } from '../../../../shared/domain/limit-change.ts';
import { createRollingUsage } from '../../../../shared/analytics/rolling-usage.ts';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { floorTo, hourMs, minuteMs, quarterHourMs } from '../../../../shared/domain/instant.ts';
import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import type { AgentProcess } from '../../../../shared/domain/agent-process.ts';
import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import { buildLiveSections, type LiveInput } from '../../../../shared/snapshot/live-sections.ts';
import { toNextBoundary } from '../../../../shared/snapshot/next-boundary.ts';
import {
  toBlockOutlook,
  toBurnRates,
  toLimitsOutlook,
  type ActiveBlockOutlook,
} from '../../../../shared/snapshot/outlook.ts';
import { makeCell, type CellPatch } from '../../../support/make-cell.ts';
import { makeReading } from '../../../support/make-reading.ts';

const nowMs = Date.parse('2026-05-06T12:30:00Z');
const at = (minutesAgo: number): string => new Date(nowMs - minutesAgo * minuteMs).toISOString();
const usage = { inputTokens: 1_000, outputTokens: 500 };

/** A live input with plain cells. */
type Input = Omit<LiveInput, 'usage'> & { readonly cells: readonly UsageCell[] };
const buildSections = ({ cells, ...input }: Input) =>
  buildLiveSections({ ...input, usage: createRollingUsage(input.book, cells) });

const base: Input = {
  cells: [],
  readings: [],
  pastAnchors: new Map(),
  agents: [],
  settings: { ...defaultSettings, plan: 'custom', customBlockLimit: { unit: 'tokens', value: 6_000 } },
  calendar: createCalendar('UTC'),
  book: listPrices,
  week: everyDay,
  nowMs,
  coverageFromMs: 0,
  forecasts: null,
  baselines: () => [],
};
const agent: AgentProcess = {
  agent: 'claude-code',
  label: 'Claude Code',
  category: 'cli',
  pid: 7,
  startedAtMs: nowMs - 600 * minuteMs,
  cwd: '/home/ada/engine',
  processes: 1,
  cpuRatio: 0.1,
  rssBytes: 1,
  isPaused: false,
  session: null,
};
const reading: LimitReading = makeReading({
  source: 'codex',
  name: 'codex',
  label: null,
  windowMinutes: 300,
  usedPercent: 50,
  resetsAtMs: nowMs + 40 * minuteMs,
  planType: 'plus',
  observedAtMs: nowMs - 30 * minuteMs,
});

describe('active blocks', () => {
  const outlookOf = (input: Input): ActiveBlockOutlook | undefined => {
    return buildSections(input).blocks.map((block) => toBlockOutlook(block, input.nowMs))[0];
  };

  it('have the forecast that is asked for them, and none while the logs are being read', () => {
    const cells = [makeCell({ at: at(20), usage }), makeCell({ at: at(5), usage })];
    const asked: unknown[] = [];
    const forecasts = {
      block: (active: unknown) => {
        asked.push(active);
        return makeForecast({ tokens: { p10: 0, p25: 0, p50: 9_000, p75: 0, p90: 0 } });
      },
      limit: () => null,
      period: () => null,
      anomalies: () => [],
      limitChanges: () => noLimitChanges,
    };
    const block = outlookOf({ ...base, cells, forecasts });
    expect(asked).toMatchObject([{ source: 'claude-code', limit: { usedPercent: 50 } }]);
    expect(block?.projection?.totalTokens).toBe(9_000);
    expect(outlookOf({ ...base, cells })?.projection).toBeNull();
  });

  it('come with the day, the week and the limits, as of the newest usage of the quarter of an hour that runs', () => {
    const asked: unknown[] = [];
    const forecasts = {
      block: () => null,
      period: (...args: unknown[]) => (asked.push(args), makeForecast({ kind: 'day' })),
      anomalies: () => [],
      limitChanges: () => noLimitChanges,
      limit: (window: LimitReading, ...args: unknown[]) => (asked.push([window.id.scope, ...args]), null),
    };
    const quarterMs = floorTo(nowMs, quarterHourMs);
    const cells = [1, 2].map((minute) =>
      makeCell({ at: new Date(quarterMs + minute * minuteMs).toISOString(), usage: { outputTokens: 5 } }),
    );
    const late = quarterMs + 10 * minuteMs;
    const readings = [{ ...reading, observedAtMs: late - minuteMs, resetsAtMs: late + hourMs }];
    const { usage: section } = buildSections({ ...base, cells, readings, forecasts, nowMs: late });
    expect(asked).toEqual([
      [readings[0]?.id.scope, late - minuteMs, 0],
      ['day', quarterMs + 2 * minuteMs, 10],
      ['week', quarterMs + 2 * minuteMs, 10],
    ]);
    expect(section.forecasts).toHaveLength(2);
  });

  it('are held against the usual ones under the plan that goes by them, and only then ask for these', () => {
    const cells = [makeCell({ at: at(20), usage })];
    const asked: unknown[] = [];
    const usual: Baseline = {
      ...{ source: 'claude-code', unit: 'tokens', blocks: 5, p90: 3_000, interval: null, range: null },
      provenance: 'measured',
    };
    const baselines = (active: unknown) => (asked.push(active), [usual]);
    const settings = { ...base.settings, plan: 'p90' };
    expect(outlookOf({ ...base, cells, settings, baselines })?.limit).toEqual({
      ...{ unit: 'tokens', value: 3_000, usedPercent: 50, plan: 'p90', provenance: 'estimated' },
    });
    expect(asked).toMatchObject([[{ source: 'claude-code', kind: 'active' }]]);
    expect(outlookOf({ ...base, cells, baselines })?.limit?.plan).toBe('custom');
    expect(asked).toHaveLength(1);
  });

  it('show that a limit is reached, whatever the forecast', () => {
    const cells = [makeCell({ at: at(1), usage: { outputTokens: 7_000 } })];
    expect(outlookOf({ ...base, cells })?.runsOutAtMs).toBe(nowMs - minuteMs);
  });

  it('have no forecast while a limit that is used up keeps them from growing', () => {
    const forecasts = {
      block: () => makeForecast({}),
      limit: () => null,
      period: () => null,
      anomalies: () => [],
      limitChanges: () => noLimitChanges,
    };
    const cells = [makeCell({ source: 'codex', at: at(31), usage })];
    const forecastOf = (usedPercent: number) =>
      buildSections({ ...base, cells, readings: [{ ...reading, usedPercent }], forecasts }).blocks[0]?.forecast;
    expect(forecastOf(99)).toEqual(makeForecast({}));
    expect(forecastOf(100)).toBeNull();
  });

  it('begin where the provider says, also with an old reading', () => {
    const cells = [makeCell({ source: 'codex', at: at(20), usage })];
    const { blocks, limits } = buildSections({ ...base, cells, readings: [reading] });
    expect(limits.windows[0]?.trustedUntilMs).toBeLessThan(nowMs);
    expect(blocks[0]?.block).toMatchObject({ boundary: 'official', endMs: reading.resetsAtMs });
  });

  it('do not begin by a reading without a reset, nor by one of a longer window', () => {
    const cells = [makeCell({ source: 'codex', at: at(20), usage })];
    for (const patch of [{ resetsAtMs: null }, { windowMinutes: 10_080 }]) {
      const { blocks } = buildSections({ ...base, cells, readings: [{ ...reading, ...patch }] });
      expect(blocks[0]?.block.boundary).toBe('estimated');
    }
  });
});

describe('limits', () => {
  const window = { ...reading, observedAtMs: nowMs - minuteMs, resetsAtMs: nowMs + 40 * minuteMs, usedPercent: 90 };
  const withProbability = (probability: number) =>
    buildSections({
      ...base,
      readings: [window],
      forecasts: {
        block: () => null,
        period: () => null,
        anomalies: () => [],
        limitChanges: () => noLimitChanges,
        limit: ({ id, source }, atMs) => ({
          ...{ id, source, asOfMs: atMs, endMs: window.resetsAtMs, observedAtMs: atMs, usedPercent: 90 },
          percent: { p10: 90, p25: 90, p50: 90, p75: 90, p90: 90 },
          interval: { from: 90, to: 90 },
          runOut: { probability, earlyMs: nowMs + 1, medianMs: nowMs + 5, lateMs: nowMs + 9 },
        }),
      },
    });

  it('run out in the snapshot itself when the forecast says so, and not at their pace', () => {
    expect(buildSections({ ...base, readings: [window] }).limits.windows[0]?.runsOutAtMs).toBeGreaterThan(nowMs);
    expect(withProbability(0.1).limits.windows[0]?.runsOutAtMs).toBeNull();
    const { limits } = withProbability(0.8);
    expect(limits.windows[0]?.runsOutAtMs).toBe(nowMs + 5);
    expect(toLimitsOutlook(limits, nowMs).windows[0]?.runsOutAtMs).toBe(nowMs + 5);
  });
});

describe('sessions', () => {
  const session = (id: string, minutesAgo: number, project = '/home/ada/engine') =>
    makeCell({ sessionId: id, at: at(minutesAgo), project, usage });
  const list = (input: Partial<Input>) =>
    buildSections({ ...base, ...input }).sessions.map(({ sessionId, isRunning }) => [sessionId, isRunning]);

  it('are active for five minutes after an event, and listed for an hour', () => {
    const cells = [session('gone', 61), session('resting', 6, '/b'), session('working', 4, '/c')];
    expect(list({ cells })).toEqual([
      ['working', true],
      ['resting', false],
    ]);
  });

  it('stay active while their agent runs in their folder; only the newest in the folder', () => {
    const cells = [session('older', 300), session('newer', 200)];
    expect(list({ cells, agents: [agent] })).toEqual([['newer', true]]);
    expect(list({ cells, agents: [{ ...agent, cwd: '/elsewhere' }] })).toEqual([]);
    expect(list({ cells, agents: [{ ...agent, startedAtMs: nowMs - minuteMs }] })).toEqual([]);
  });
});

describe('running sessions', () => {
  const session = (patch: CellPatch & { readonly minutesAgo: number }) =>
    makeCell({ project: '/home/ada/engine', usage, at: at(patch.minutesAgo), ...patch });
  const running = (cells: readonly UsageCell[], agents: readonly AgentProcess[] = [agent]) =>
    buildSections({ ...base, cells, agents }).sessions.map(({ sessionId }) => sessionId);

  it('are those whose own agent runs in their folder, and has since they last wrote', () => {
    expect(running([session({ sessionId: 'a', minutesAgo: 300 })])).toEqual(['a']);
    expect(running([session({ sessionId: 'a', minutesAgo: 300, source: 'codex' })])).toEqual([]);
    // Neither knows its folder.
    expect(running([session({ sessionId: 'a', minutesAgo: 300, project: null })], [{ ...agent, cwd: null }])).toEqual(
      [],
    );
    expect(running([session({ sessionId: 'a', minutesAgo: 600 })])).toEqual(['a']);
    expect(running([session({ sessionId: 'a', minutesAgo: 601 })])).toEqual([]);
  });

  it('may be one in each folder, and one of each source', () => {
    const cells = [
      session({ sessionId: 'a', minutesAgo: 300 }),
      session({ sessionId: 'b', minutesAgo: 200, project: '/b' }),
      session({ sessionId: 'c', minutesAgo: 100, source: 'codex' }),
    ];
    const agents = [agent, { ...agent, cwd: '/b' }, { ...agent, agent: 'codex' }];
    expect(running(cells, agents)).toEqual(['c', 'b', 'a']);
  });

  it('are listed for less than a day, the rest for less than an hour, and twelve at most', () => {
    const old = { ...agent, startedAtMs: 0 };
    expect(running([session({ sessionId: 'a', minutesAgo: 24 * 60 - 1 })], [old])).toEqual(['a']);
    expect(running([session({ sessionId: 'a', minutesAgo: 24 * 60 })], [old])).toEqual([]);
    expect(running([session({ sessionId: 'a', minutesAgo: 59 })], [])).toEqual(['a']);
    expect(running([session({ sessionId: 'a', minutesAgo: 60 })], [])).toEqual([]);
    const many = Array.from({ length: 14 }, (_, index) => session({ sessionId: `s${index}`, minutesAgo: index }));
    expect(running(many)).toEqual(Array.from({ length: 12 }, (_, index) => `s${index}`));
  });
});

describe('usage', () => {
  it('is that of today and this week, in the time zone and currency of the settings', () => {
    const currency = { code: 'EUR', perUsd: 0.9 };
    const cells = [makeCell({ at: at(5), usage }), makeCell({ at: at(2 * 24 * 60), usage })];
    const settings = { ...base.settings, currency, costMode: 'auto' } as const;
    expect(buildSections({ ...base, cells, settings }).usage).toMatchObject({
      timeZone: 'UTC',
      currency,
      costMode: 'auto',
      today: { since: '2026-05-06', totals: { events: 1 } },
      week: { since: '2026-05-04', totals: { events: 2 } },
    });
  });
});

describe('rates', () => {
  it('know what a clock an hour ahead has written', () => {
    const { burn } = buildSections({ ...base, cells: [makeCell({ at: at(-60), usage })] });
    expect(burn.minutes).toHaveLength(1);
  });

  it('are computed from the same minutes however long ago they were', () => {
    const cells = [130, 69, 10].map((minutesAgo) => makeCell({ at: at(minutesAgo), usage }));
    const { burn } = buildSections({ ...base, cells });
    expect(burn.minutes.map(({ atMs }) => (nowMs - atMs) / minuteMs)).toEqual([69, 10]);
    for (const laterMinutes of [49, 51, 61, 600]) {
      const laterMs = nowMs + laterMinutes * minuteMs;
      expect(buildSections({ ...base, cells, nowMs: laterMs }).burn).toEqual(burn);
    }
  });

  it('follow the clock only where usage is dated ahead of it, from each such minute on', () => {
    const cells = [30, -90.5, -140, -151].map((minutesAgo) => makeCell({ at: at(minutesAgo), usage }));
    const burnAt = (laterMs: number) => buildSections({ ...base, cells, nowMs: nowMs + laterMs });
    const minutes = (laterMs: number) => burnAt(laterMs).burn.minutes.map(({ atMs }) => (atMs - nowMs) / minuteMs);
    expect(minutes(0)).toEqual([-30, 90.5, 140]);
    expect(minutes(90 * minuteMs - 1)).toEqual([-30, 90.5, 140]);
    expect(toNextBoundary(burnAt(89 * minuteMs), base.calendar, nowMs + 89 * minuteMs)).toBe(minuteMs);
    expect(minutes(90 * minuteMs)).toEqual([90.5, 140, 151]);
  });

  it('are unknown while the logs are being read', () => {
    const { burn } = buildSections({ ...base, coverageFromMs: null, cells: [makeCell({ at: at(2), usage })] });
    expect(toBurnRates(burn, nowMs).map(({ tokensPerMinute }) => tokensPerMinute)).toEqual([null, null, null]);
  });
});

describe('the sections', () => {
  it('do not change while time passes up to the next boundary', () => {
    const cells = [
      makeCell({ at: at(20), usage }),
      makeCell({ at: at(2), usage, sessionId: 'working' }),
      makeCell({ source: 'codex', at: at(9), usage }),
    ];
    const readings = [{ ...reading, observedAtMs: nowMs - 2 * minuteMs }];
    const before = buildSections({ ...base, cells, readings });
    const boundaryMs = toNextBoundary(before, base.calendar, nowMs);
    expect(boundaryMs).toBe(3 * minuteMs);
    const after = buildSections({ ...base, cells, readings, nowMs: nowMs + boundaryMs - 1 });
    expect(after).toEqual(before);
    expect(buildSections({ ...base, cells, readings, nowMs: nowMs + boundaryMs })).not.toEqual(before);
  });

  it('do not change when a reading becomes stale', () => {
    const readings = [{ ...reading, observedAtMs: nowMs - 2 * minuteMs }];
    const before = buildSections({ ...base, readings });
    expect(toNextBoundary(before, base.calendar, nowMs)).toBe(40 * minuteMs);
    expect(buildSections({ ...base, readings, nowMs: nowMs + 39 * minuteMs })).toEqual(before);
    const provenances = [8 * minuteMs, 8 * minuteMs + 1].map(
      (laterMs) => toLimitsOutlook(before.limits, nowMs + laterMs).windows[0]?.provenance,
    );
    expect(provenances).toEqual(['official', 'stale']);
  });
});
