import type { Currency } from '../../../shared/domain/money.ts';
import type { SessionTimeline, TimelinePoint } from '../../../shared/domain/session-timeline.ts';
import { cacheCreationTokens, totalTokens } from '../../../shared/domain/token-usage.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import type { PlotSeries } from '../../charts/plot.svelte.ts';
import { messages } from '../../messages.ts';

const { common, explore, format, history } = messages;
const words = explore.timeline;

/** One plot of a timeline; all share the horizontal axis. */
export interface TimelinePlot {
  readonly id: string;
  readonly title: string;
  readonly legend: readonly { readonly label: string; readonly color: string }[];
  readonly xs: readonly number[];
  readonly series: readonly PlotSeries[];
  readonly formatY: (value: number) => string;
}

/** A pause as long as this is drawn as a gap. */
const gapSeconds = 15 * 60;

/** The plots of a session: tokens, context, and where they are known its cost and what its processes used. */
export function toTimelinePlots({ points, processes }: SessionTimeline, currency: Currency): readonly TimelinePlot[] {
  const money = (micro: number): string => format.axisMoney(micro, currency);
  let cost = 0;
  const costs = points.map((point) => (cost += point.costMicroUsd ?? 0));
  const times = points.map(({ atMs }) => atMs / 1_000);
  const plots: TimelinePlot[] = [
    {
      id: 'tokens',
      title: words.tokens,
      formatY: format.compact,
      ...toSpikes(points, times),
    },
    {
      id: 'context',
      title: words.context,
      formatY: format.compact,
      legend: points.some(({ isSidechain }) => isSidechain)
        ? [
            { label: words.main, color: '--series-0' },
            { label: words.subagent, color: '--series-1' },
          ]
        : [],
      ...withGaps(times, [
        points.map((point) => (point.isSidechain ? null : point.contextTokens)),
        points.map((point) => (point.isSidechain ? point.contextTokens : null)),
      ]),
    },
  ];
  // A line at nought would say that it was free.
  if (points.some(({ costMicroUsd }) => costMicroUsd !== null)) {
    plots.push({
      id: 'cost',
      title: words.cost,
      formatY: money,
      legend: [],
      xs: times,
      series: [{ values: costs, color: '--series-0', kind: 'steps' }],
    });
  }
  return processes.length === 0 ? plots : [...plots, ...toProcessPlots(processes)];
}

/** What one response used; a mean where a point holds several, as for the context below. */
function toSpikes(points: readonly TimelinePoint[], times: readonly number[]) {
  const parts = [
    { label: words.read, color: '--series-0', valueOf: ({ usage }: TimelinePoint) => usage.cacheReadTokens },
    { label: words.written, color: '--series-1', valueOf: ({ usage }: TimelinePoint) => cacheCreationTokens(usage) },
    { label: words.fresh, color: '--series-2', valueOf: ({ usage }: TimelinePoint) => usage.inputTokens },
    { label: words.output, color: '--series-3', valueOf: ({ usage }: TimelinePoint) => usage.outputTokens },
  ];
  const sums = points.map(() => 0);
  const layers = parts.map(({ color, valueOf }) => ({
    color,
    kind: 'bars' as const,
    values: points.map(
      (point, index) => (sums[index] = (sums[index] ?? 0) + valueOf(point) / Math.max(1, point.events)) || null,
    ),
  }));
  return {
    xs: times,
    series: layers.toReversed(),
    legend: parts.map(({ label, color }) => ({ label, color })),
  };
}

/** Lines with gaps where nothing happened for long. */
function withGaps(times: readonly number[], lines: readonly (readonly (number | null)[])[]) {
  const xs: number[] = [];
  const values: (number | null)[][] = lines.map(() => []);
  const joined = lines.map((line) => joinPoints(line, times));
  times.forEach((time, index) => {
    const before = times[index - 1];
    if (before !== undefined && time - before > gapSeconds) {
      xs.push(before + 1);
      for (const line of values) line.push(null);
    }
    xs.push(time);
    joined.forEach((line, place) => values[place]!.push(line[index] ?? null));
  });
  return {
    xs,
    series: values.map((line, place) => ({ values: line, color: `--series-${place}`, kind: 'line' as const })),
  };
}

/** Holds the last value for a while where another line has the points, so that a line is not cut into dots. */
function joinPoints(line: readonly (number | null)[], times: readonly number[]): readonly (number | null)[] {
  let last: { readonly value: number; readonly at: number } | null = null;
  return line.map((value, index) => {
    const at = times[index] ?? 0;
    if (value !== null) last = { value, at };
    return value ?? (last !== null && at - last.at <= gapSeconds / 3 ? last.value : null);
  });
}

function toProcessPlots(processes: SessionTimeline['processes']): readonly TimelinePlot[] {
  const times = processes.map(({ startMs }) => startMs / 1_000);
  const cpu = processes.map(({ cpuMs, runningMs }) => (runningMs === 0 ? null : (100 * cpuMs) / runningMs));
  const memory = processes.map(({ maxRssBytes }) => maxRssBytes);
  return [
    { id: 'cpu', title: words.cpu, formatY: format.percent, legend: [], ...withGaps(times, [cpu]) },
    { id: 'memory', title: words.memory, formatY: format.bytes, legend: [], ...withGaps(times, [memory]) },
  ];
}

/** What is said about a session above its plots. */
export function toTimelineFacts({ points, processes, grainMs, parentId }: SessionTimeline): readonly string[] {
  const sub = points.filter(({ isSidechain }) => isSidechain);
  const sum = (of: readonly TimelinePoint[]): number => of.reduce((total, { usage }) => total + totalTokens(usage), 0);
  const all = sum(points);
  const largest = points.reduce((most, { contextTokens }) => Math.max(most, contextTokens), 0);
  const size = messages.history.chart.tokens(largest);
  return [
    ...(parentId === null ? [] : [words.startedBy(cleanText(parentId))]),
    // The largest of several is at least their mean.
    points.some(({ events }) => events > 1) ? words.peakAtLeast(size) : words.peak(size),
    sub.length === 0
      ? words.noSubagents
      : words.subagents(
          sub.reduce((count, { events }) => count + events, 0),
          all === 0 ? 0 : (100 * sum(sub)) / all,
        ),
    ...(processes.length === 0 ? [words.noProcesses] : []),
    ...(grainMs >= 15 * 60_000 ? [words.coarse] : []),
  ];
}

/** A subagent of a session, ready to show. */
export interface SubagentView {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  /** Isolate each of them: names, numbers and money may be in scripts of either direction. */
  readonly facts: readonly string[];
}

/** The subagents of a session, each below its parent. */
export function toSubagentViews({ subagents }: SessionTimeline, currency: Currency): readonly SubagentView[] {
  return subagents.map(({ subagent, depth }) => {
    const { sessionId, id, isSession, models, events, usage } = subagent;
    const cost = format.cost(subagent, currency);
    const facts = [
      common.someOf(models),
      words.facts(events, history.chart.tokens(totalTokens(usage))),
      ...(cost === null ? [] : [cost]),
      ...(isSession ? [words.ownSession] : []),
    ];
    return {
      id: JSON.stringify([sessionId, id, isSession]),
      name: id === null ? words.otherSubagents : cleanText(id),
      depth,
      facts,
    };
  });
}
