import { expect } from 'vitest';
import { dashboards } from '../../build/observability/panels.ts';

/** What `report --json --by model` says. */
export interface PanelFacts {
  readonly rows: readonly (PanelFacts['totals'] & { readonly key: string; readonly source: string })[];
  readonly totals: {
    readonly events: number;
    readonly costUsd: number;
    readonly usage: Readonly<Record<string, number>>;
  };
}

/** The values of a query by the labels of its series, joined; a single number stands under no label. */
export type PanelValues = Readonly<Record<string, number>>;

/**
 * What a panel must show: exactly these values; `some` where only the server knows them; `none` where the made-up home has
 * nothing of the kind (apps and sites are off, one reading of a limit is not enough for a forecast).
 */
type Expected = ((facts: PanelFacts) => PanelValues) | 'some' | 'none';

/** Under these names ai-cost-observer knows agents. */
const toolNames: Readonly<Record<string, string>> = { codex: 'codex-cli' };
const classes = ['input', 'cacheCreation5m', 'cacheCreation1h', 'cacheRead', 'output', 'reasoning'];

const single =
  (read: (totals: PanelFacts['totals']) => number) =>
  ({ totals }: PanelFacts) => ({ '': read(totals) });
const constant = (value: number) => () => ({ '': value });
const cost = single(({ costUsd }) => costUsd);
const byTool = ({ rows }: PanelFacts): PanelValues =>
  rows.reduce<Record<string, number>>((sums, { source, costUsd }) => {
    const name = toolNames[source] ?? source;
    return { ...sums, [name]: (sums[name] ?? 0) + costUsd };
  }, {});

const expected: Readonly<Record<string, Expected>> = {
  'ai-cost-overview/API-equivalent cost today': cost,
  'ai-cost-overview/API-equivalent cost this month': cost,
  'ai-cost-overview/Tokens today': single(({ usage }) => usage['totalTokens']!),
  'ai-cost-overview/Responses today': single(({ events }) => events),
  'ai-cost-overview/Running apps': constant(0),
  'ai-cost-overview/Running tools': 'some',
  'ai-cost-overview/Cost by source': byTool,
  'ai-cost-overview/Time with an app in front': 'none',
  'ai-cost-overview/Time on sites': 'none',
  'ai-cost-overview/Calls of tools': 'none',
  'ai-cost-overview/CPU of apps': 'none',
  'ai-cost-overview/Memory of apps': 'none',
  'browser-ai-usage/Time on sites in 24 hours': 'none',
  'browser-ai-usage/Visits in 24 hours': 'none',
  'browser-ai-usage/Time by site': 'none',
  'browser-ai-usage/Time by category': 'none',
  'browser-ai-usage/Visits': 'none',
  'token-usage/API-equivalent cost': cost,
  'token-usage/Fresh input': single(({ usage }) => usage['inputTokens']!),
  'token-usage/Output': single(({ usage }) => usage['outputTokens']!),
  'token-usage/Responses': single(({ events }) => events),
  'token-usage/Tokens a second by class': 'some',
  'token-usage/Tokens by class': ({ totals }) =>
    Object.fromEntries(classes.map((name) => [name, totals.usage[`${name}Tokens`]!])),
  'token-usage/Cost by tool': byTool,
  'token-usage/Cost by model': ({ rows }) => Object.fromEntries(rows.map(({ key, costUsd }) => [key, costUsd])),
  'token-usage/By source and model': ({ rows }) =>
    Object.fromEntries(rows.map(({ key, source, usage }) => [`${key},${source}`, usage['totalTokens']!])),
  'unified-cost/Everything': cost,
  'unified-cost/Desktop apps (estimated)': constant(0),
  'unified-cost/Browser (estimated)': constant(0),
  'unified-cost/Agents (API-equivalent)': cost,
  'unified-cost/Accumulated': cost,
  'unified-cost/By tool': byTool,
  'unified-cost/Breakdown': byTool,
  'limits-and-forecast/Least headroom': constant(0.4),
  'limits-and-forecast/Highest probability to run out': 'none',
  'limits-and-forecast/Used': 'some',
  'limits-and-forecast/At the reset, median': 'none',
  'limits-and-forecast/At the reset, 80% interval': 'none',
  'limits-and-forecast/Tokens of blocks, days and weeks at their end': 'some',
  'limits-and-forecast/Burn rate': 'some',
  'limits-and-forecast/Seconds to the reset': 'some',
  'fuelgauge-itself/Logs read': constant(1),
  'fuelgauge-itself/Problems': constant(0),
  'fuelgauge-itself/Live clients': constant(0),
  'fuelgauge-itself/Channels failing': constant(0),
  'fuelgauge-itself/CPU of the server': 'some',
  'fuelgauge-itself/Memory': 'some',
  'fuelgauge-itself/Alerts in 24 hours': 'none',
  'fuelgauge-itself/Version': 'some',
};

/** Holds every panel of every dashboard to the report, one by one; a panel without an expectation fails. */
export async function comparePanels(query: (expr: string) => Promise<PanelValues>, facts: PanelFacts): Promise<void> {
  const panels = dashboards.flatMap(({ id, panels: all }) =>
    all.map((panel) => ({ ...panel, name: `${id}/${panel.title}` })),
  );
  expect(panels.map(({ name }) => name).toSorted()).toEqual(Object.keys(expected).toSorted());
  for (const { name, expr } of panels) {
    const wanted = expected[name]!;
    const found = await query(expr);
    if (wanted === 'some') expect(Object.keys(found), name).not.toEqual([]);
    else if (wanted === 'none') expect(found, name).toEqual({});
    else expect(round(found), name).toEqual(round(wanted(facts)));
  }
}

/** To millionths, which a ledger counts in; sums of binary fractions differ after that. */
function round(values: PanelValues): PanelValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Math.round(value * 1e6) / 1e6]));
}
