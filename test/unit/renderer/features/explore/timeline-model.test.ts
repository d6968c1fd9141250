import { expect, it } from 'vitest';
import {
  toSubagentViews,
  toTimelineFacts,
  toTimelinePlots,
} from '../../../../../renderer/features/explore/timeline-model.ts';
import { usDollar } from '../../../../../shared/domain/money.ts';
import type { SessionTimeline, TimelinePoint } from '../../../../../shared/domain/session-timeline.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';

function makePoint(minute: number, patch: Partial<TimelinePoint> = {}): TimelinePoint {
  const usage = { ...emptyUsage, cacheReadTokens: 100, outputTokens: 10 };
  const at = { atMs: minute * 60_000, lastAtMs: minute * 60_000 };
  return {
    ...at,
    model: 'm',
    isSidechain: false,
    events: 1,
    usage,
    costMicroUsd: 5,
    isCostPartial: false,
    contextTokens: 100,
    ...patch,
  };
}

function makeTimeline(points: readonly TimelinePoint[], processes: SessionTimeline['processes'] = []): SessionTimeline {
  return {
    generatedAtMs: 0,
    timeZone: 'UTC',
    session: null,
    parentId: null,
    subagents: [],
    grainMs: 1_000,
    points,
    processes,
  };
}

it('draws pauses as gaps, and the agent through its subagents', () => {
  const points = [makePoint(0), makePoint(1, { isSidechain: true, contextTokens: 7 }), makePoint(2), makePoint(60)];
  const context = toTimelinePlots(makeTimeline(points), usDollar).find(({ id }) => id === 'context');
  expect(context?.xs).toEqual([0, 60, 120, 121, 3_600]);
  expect(context?.series.map(({ values }) => values)).toEqual([
    [100, 100, 100, null, 100],
    [null, 7, 7, null, null],
  ]);
});

it('names subagents in the legend of the context only where there are any', () => {
  const legendOf = (...points: readonly TimelinePoint[]): readonly string[] => {
    const context = toTimelinePlots(makeTimeline(points), usDollar).find(({ id }) => id === 'context');
    return (context?.legend ?? []).map(({ label }) => label);
  };
  expect(legendOf(makePoint(0))).toEqual([]);
  expect(legendOf(makePoint(0), makePoint(1, { isSidechain: true }))).toEqual(['The agent', 'Subagents']);
});

it('draws no cost where none is known: nought would be an amount', () => {
  const unknown = { costMicroUsd: null };
  const plots = toTimelinePlots(makeTimeline([makePoint(0, unknown), makePoint(1, unknown)]), usDollar);
  expect(plots.map(({ id }) => id)).toEqual(['tokens', 'context']);
});

it('stacks the classes of a response, and adds the cost up', () => {
  const plots = toTimelinePlots(
    makeTimeline([makePoint(0), makePoint(1, { costMicroUsd: null }), makePoint(2)]),
    usDollar,
  );
  // The whole is drawn first, and what lies below it over it.
  expect(plots[0]?.series.map(({ values }) => values[0])).toEqual([110, 100, 100, 100]);
  expect(plots.find(({ id }) => id === 'cost')?.series[0]?.values).toEqual([5, 5, 10]);
});

it('shows the mean of a point with several responses, and does not call it the largest prompt', () => {
  const usage = { ...emptyUsage, cacheReadTokens: 400, outputTokens: 40 };
  const timeline = makeTimeline([makePoint(0), makePoint(1, { events: 4, usage })]);
  expect(toTimelinePlots(timeline, usDollar)[0]?.series.map(({ values }) => values[1])).toEqual([110, 100, 100, 100]);
  expect(toTimelineFacts(timeline)[0]).toBe('Largest prompt: at least 100 tokens.');
  expect(toTimelineFacts(makeTimeline([makePoint(0)]))[0]).toBe('Largest prompt: 100 tokens.');
});

it('has processor and memory only where its processes were watched, and says so', () => {
  const process = { startMs: 0, grainMs: 60_000 as const, agent: 'codex', sessionId: 's', runningMs: 60_000, activeMs: 1, cpuMs: 30_000, rssKibMs: 1, maxRssBytes: 9, maxProcesses: 1 }; // prettier-ignore
  const watched = makeTimeline([makePoint(0)], [process]);
  expect(toTimelinePlots(watched, usDollar).map(({ id }) => id)).toEqual([
    'tokens',
    'context',
    'cost',
    'cpu',
    'memory',
  ]);
  expect(toTimelinePlots(watched, usDollar)[3]?.series[0]?.values).toEqual([50]);
  expect(toTimelineFacts(watched).join(' ')).not.toContain('not watched');
  expect(toTimelineFacts(makeTimeline([makePoint(0)])).join(' ')).toContain('not watched');
});

it('says how much subagents used', () => {
  const facts = toTimelineFacts(makeTimeline([makePoint(0), makePoint(1, { isSidechain: true })]));
  expect(facts).toContain('Subagents: 1 response, 50% of the tokens.');
});

it('says of a subagent what is known, each fact apart, so that scripts of both directions stay readable', () => {
  const subagent = {
    source: 'claude-code',
    sessionId: 'root',
    id: 'child',
    isSession: true,
    models: ['claude-haiku-4-5'],
    firstAtMs: 0,
    lastAtMs: 1,
    events: 7,
    usage: { ...emptyUsage, outputTokens: 1_200 },
    costMicroUsd: 310_000,
    unpricedModels: ['claude-haiku-4-5'],
  };
  const unnamed = { ...subagent, id: null, isSession: false, costMicroUsd: null };
  const subagents = [subagent, unnamed].map((each) => ({ subagent: each, depth: 1 }));
  const views = toSubagentViews({ ...makeTimeline([]), subagents }, usDollar);
  expect(views.map(({ name, facts }) => [name, facts])).toEqual([
    ['child', ['claude-haiku-4-5', '7 responses, 1.2K tokens', '$0.31+', 'a session of its own']],
    ['Others, not named in the log', ['claude-haiku-4-5', '7 responses, 1.2K tokens']],
  ]);
});
