import { availableParallelism } from 'node:os';
import { expect } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { dashboards } from '../../build/observability/panels.ts';
import { minuteMs, secondMs } from '../../shared/domain/instant.ts';
import { groupBy } from '../../shared/lib/group-by.ts';
import type { ForecastFacts, LimitFact, PanelFacts } from './panel-facts.ts';
import type { PrintedRow } from './run-cli.ts';

/** A scrape, from its start, which is the moment of its samples, to its end. */
export interface Scrape {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What the test knows of the moment at which panels are read. */
interface PanelMoment {
  readonly scrape: Scrape;
  /** The values of all panels, by name. */
  readonly found: ReadonlyMap<string, PanelValues>;
}

/** Every response in the logs. */
export type Responses = readonly { readonly atMs: number; readonly tokens: number }[];

/** The facts, with what the test itself has written. */
export interface WrittenFacts extends PanelFacts {
  readonly responses: Responses;
  /** What was written while Prometheus looked. */
  readonly growth: Readonly<Record<string, number>>;
}

/** The values of a query by the labels of its series, joined; a single number stands under no label. */
export type PanelValues = Readonly<Record<string, number>>;

/** Values, or what they must lie between where they move with the time. */
type Wanted = Readonly<Record<string, number | readonly [low: number, high: number]>>;

/**
 * What a panel must show: exactly these values; `some` where only the server knows them; `none` where a test has nothing of
 * the kind (nobody looks at apps).
 */
type Expected = ((facts: WrittenFacts, moment: PanelMoment) => Wanted) | 'some' | 'none';

/** Under these names ai-cost-observer knows agents. */
const toolNames: Readonly<Record<string, string>> = { codex: 'codex-cli' };
/** What it counts as an app, not as a tool. */
const apps = new Set(['claude-desktop', 'chatgpt-desktop', 'cursor', 'zed', 'antigravity', 'lm-studio']);
const classes = ['input', 'cacheCreation5m', 'cacheCreation1h', 'cacheRead', 'output', 'reasoning'];
const microsecondsPerDollar = 1e6;
const bytesPerMegabyte = 1024 * 1024;
const mostPercent = 100 * availableParallelism();

const toToolName = (id: string): string => toolNames[id] ?? id;
const single =
  (read: (totals: PrintedRow | PanelFacts['report']['totals']) => number) =>
  ({ report }: PanelFacts) => ({ '': read(report.totals) });
const constant = (value: number) => () => ({ '': value });
const cost = single(({ costUsd }) => costUsd!);
const costOfSite = ({ costMicroUsd }: PanelFacts['sites'][number]): number => costMicroUsd! / microsecondsPerDollar;
const costOfSites = ({ sites }: PanelFacts): number => sites.reduce((sum, site) => sum + costOfSite(site), 0);
const everything = (facts: PanelFacts): PanelValues => ({ '': cost(facts)[''] + costOfSites(facts) });
const byTool = ({ report }: PanelFacts): PanelValues =>
  addUp(report.rows.map(({ source, costUsd }) => [toToolName(source), costUsd!]));
const bySite =
  (toValue: (site: PanelFacts['sites'][number]) => number) =>
  ({ sites }: PanelFacts): PanelValues =>
    addUp(sites.map((site) => [site.name, toValue(site)]));
const activeSeconds = ({ activeMs }: { readonly activeMs: number }): number => activeMs / secondMs;
const byLimit =
  (toValue: (limit: LimitFact, moment: PanelMoment) => number) =>
  ({ limits }: PanelFacts, moment: PanelMoment): PanelValues =>
    addUp(
      limits.map((limit) => [toLimitName(limit.source, { ...limit, name: limit.limitId }), toValue(limit, moment)]),
    );
const runningApps = ({ processes }: PanelFacts) => processes.filter(({ agent }) => apps.has(agent));

const expected: Readonly<Record<string, Expected>> = {
  'ai-cost-overview/API-equivalent cost today': cost,
  'ai-cost-overview/API-equivalent cost this month': cost,
  'ai-cost-overview/Tokens today': single(({ usage }) => usage['totalTokens']!),
  'ai-cost-overview/Responses today': single(({ events }) => events),
  'ai-cost-overview/Running apps': (facts) => ({ '': countAgents(runningApps(facts)) }),
  'ai-cost-overview/Running tools': ({ processes }) => ({
    '': countAgents(processes.filter(({ agent }) => !apps.has(agent))),
  }),
  'ai-cost-overview/Cost by source': byTool,
  'ai-cost-overview/Time with an app in front': 'none',
  'ai-cost-overview/Time on sites': bySite(activeSeconds),
  'ai-cost-overview/Calls of tools': ({ commands }) =>
    addUp(commands.map(({ name, count }) => [toToolName(name), count])),
  // One look at a process tells nothing yet.
  'ai-cost-overview/CPU of apps': (facts, { found }) => {
    const shown = found.get('ai-cost-overview/CPU of apps')!;
    const labels = runningApps(facts).map(({ label }) => label);
    return Object.fromEntries(labels.filter((label) => label in shown).map((label) => [label, [0, mostPercent]]));
  },
  // An app that does nothing keeps about what it has.
  'ai-cost-overview/Memory of apps': (facts) => {
    const sums = addUp(runningApps(facts).map(({ label, rssBytes }) => [label, rssBytes / bytesPerMegabyte]));
    return Object.fromEntries(Object.entries(sums).map(([label, size]) => [label, [size * 0.8, size * 1.25]]));
  },
  // What histories held at the first scrape is no growth.
  'browser-ai-usage/Time on sites in 24 hours': constant(0),
  'browser-ai-usage/Visits in 24 hours': constant(0),
  'browser-ai-usage/Time by site': bySite(activeSeconds),
  'browser-ai-usage/Time by category': ({ sites }) => addUp(sites.map((site) => [site.category!, activeSeconds(site)])),
  'browser-ai-usage/Visits': ({ sites }) =>
    addUp(sites.map(({ name, category, count }) => [`${category},${name}`, count])),
  'token-usage/API-equivalent cost': cost,
  'token-usage/Fresh input': single(({ usage }) => usage['inputTokens']!),
  'token-usage/Output': single(({ usage }) => usage['outputTokens']!),
  'token-usage/Responses': single(({ events }) => events),
  // Prometheus adds what may have been before the first of several samples: at most as much again.
  'token-usage/Tokens a second by class': ({ growth }) => {
    const perSecond = classes.map((name) => [name, ((growth[name] ?? 0) / (5 * minuteMs)) * secondMs] as const);
    return Object.fromEntries(perSecond.map(([name, rate]) => [name, [rate, 2 * rate]]));
  },
  'token-usage/Tokens by class': ({ report }) =>
    Object.fromEntries(classes.map((name) => [name, report.totals.usage[`${name}Tokens`]!])),
  'token-usage/Cost by tool': byTool,
  'token-usage/Cost by model': ({ report }) =>
    Object.fromEntries(report.rows.map(({ key, costUsd }) => [key, costUsd!])),
  'token-usage/By source and model': ({ report }) =>
    Object.fromEntries(report.rows.map(({ key, source, usage }) => [`${key},${source}`, usage['totalTokens']!])),
  'unified-cost/Everything': everything,
  'unified-cost/Desktop apps (estimated)': constant(0),
  'unified-cost/Browser (estimated)': (facts) => ({ '': costOfSites(facts) }),
  'unified-cost/Agents (API-equivalent)': cost,
  'unified-cost/Accumulated': everything,
  'unified-cost/By tool': byTool,
  'unified-cost/Breakdown': (facts) => ({ ...byTool(facts), ...bySite(costOfSite)(facts) }),
  'limits-and-forecast/Least headroom': ({ limits }) => ({
    '': Math.min(...limits.map(({ headroomPercent }) => headroomPercent / 100)),
  }),
  'limits-and-forecast/Highest probability to run out': between(({ limits }) =>
    limits.map(({ runOut }) => ['', runOut.probability]),
  ),
  'limits-and-forecast/Used': byLimit(({ usedPercent }) => usedPercent / 100),
  'limits-and-forecast/At the reset, median': between(({ limits }) =>
    limits.map((limit) => [toLimitName(limit.source, limit.id, { at: 'p50' }), limit.percent['p50']! / 100]),
  ),
  'limits-and-forecast/At the reset, 80% interval': between(({ limits }) =>
    limits.flatMap((limit) => [
      [toLimitName(limit.source, limit.id, { bound: 'low' }), limit.interval.from / 100],
      [toLimitName(limit.source, limit.id, { bound: 'high' }), limit.interval.to / 100],
    ]),
  ),
  'limits-and-forecast/Tokens of blocks, days and weeks at their end': between(({ totals }) =>
    totals.flatMap(({ kind, source, tokens }) =>
      Object.entries(tokens).map(([at, value]): Entry => [joinLabels({ at, period: kind, source }), value]),
    ),
  ),
  'limits-and-forecast/Burn rate': toBurnRates,
  'limits-and-forecast/Seconds to the reset': byLimit(
    ({ resetsAt }, { scrape }) => (Date.parse(resetsAt) - scrape.fromMs) / secondMs,
  ),
  'fuelgauge-itself/Logs read': constant(1),
  'fuelgauge-itself/Problems': constant(0),
  'fuelgauge-itself/Live clients': constant(0),
  'fuelgauge-itself/Channels failing': constant(0),
  'fuelgauge-itself/CPU of the server': 'some',
  'fuelgauge-itself/Memory': 'some',
  'fuelgauge-itself/Alerts in 24 hours': ({ alerts }) => addUp(alerts.map(({ intent }) => [intent.kind, 1])),
  'fuelgauge-itself/Version': () => ({ [packageFile.version]: 1 }),
};

type Entry = readonly [name: string, value: number];

/** Values under the same name become their sum. */
function addUp(entries: readonly Entry[]): PanelValues {
  const groups = groupBy(entries, ([name]) => name);
  return Object.fromEntries([...groups].map(([name, all]) => [name, all.reduce((sum, [, value]) => sum + value, 0)]));
}

function countAgents(processes: PanelFacts['processes']): number {
  return new Set(processes.map(({ agent }) => agent)).size;
}

/** Prometheus answers with labels in alphabetical order; an empty one is none. */
function joinLabels(labels: Readonly<Record<string, string | null>>): string {
  const named = Object.entries(labels).filter(([, value]) => value !== null && value !== '');
  return named
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value)
    .join();
}

function toLimitName(
  source: string,
  { provider, account, name, scope }: ForecastFacts['limits'][number]['id'],
  more: Readonly<Record<string, string>> = {},
): string {
  return joinLabels({ source, provider, account, limit: name, window: scope, ...more });
}

/** What the last forecast names, between the least and the most that any forecast said of it. */
function between(toEntries: (forecast: ForecastFacts) => readonly Entry[]) {
  return ({ forecasts }: PanelFacts): Wanted => {
    const said = groupBy(forecasts.flatMap(toEntries), ([name]) => name);
    return Object.fromEntries(
      toEntries(forecasts.at(-1)!).map(([name]) => {
        const values = said.get(name)!.map(([, value]) => value);
        return [name, [Math.min(...values), Math.max(...values)] as const];
      }),
    );
  };
}

/** Tokens of the window by the time since the first of them, at least a minute; it falls while the scrape takes its time. */
function toBurnRates({ responses }: WrittenFacts, { scrape }: PanelMoment): Wanted {
  const rate = (minutes: number, nowMs: number): number => {
    const within = responses.filter(({ atMs }) => atMs > nowMs - minutes * minuteMs && atMs <= nowMs);
    const first = Math.min(...within.map(({ atMs }) => atMs));
    const tokens = within.reduce((sum, response) => sum + response.tokens, 0);
    return Math.round(tokens / Math.max((nowMs - first) / minuteMs, 1));
  };
  return Object.fromEntries(
    [5, 15, 60].map((minutes) => {
      const ends = [rate(minutes, scrape.toMs), rate(minutes, scrape.fromMs)];
      return [`${minutes}m`, [Math.min(...ends), Math.max(...ends)] as const];
    }),
  );
}

/** Holds every panel of every dashboard to the facts, one by one; a panel without an expectation fails. */
export async function comparePanels(
  query: (expr: string) => Promise<PanelValues>,
  scrape: Scrape,
  facts: WrittenFacts,
): Promise<void> {
  const panels = dashboards.flatMap(({ id, panels: all }) =>
    all.map((panel) => ({ ...panel, name: `${id}/${panel.title}` })),
  );
  expect(panels.map(({ name }) => name).toSorted()).toEqual(Object.keys(expected).toSorted());
  const found = new Map<string, PanelValues>();
  for (const { name, expr } of panels) found.set(name, await query(expr));
  const moment = { scrape, found };
  for (const { name } of panels) {
    const [wanted, values] = [expected[name]!, found.get(name)!];
    if (wanted === 'some') expect(Object.keys(values), name).not.toEqual([]);
    else if (wanted === 'none') expect(values, name).toEqual({});
    else holdTo(values, wanted(facts, moment), name);
  }
}

function holdTo(values: PanelValues, wanted: Wanted, name: string): void {
  expect(Object.keys(values).toSorted(), name).toEqual(Object.keys(wanted).toSorted());
  for (const [label, value] of Object.entries(wanted)) {
    const [low, high] = typeof value === 'number' ? [value, value] : value;
    const where = `${name} ${label}`;
    expect(round(values[label]!), where).toBeGreaterThanOrEqual(round(low));
    expect(round(values[label]!), where).toBeLessThanOrEqual(round(high));
  }
}

/** To millionths, which a ledger counts in; sums of binary fractions differ after that. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
