import { toHeadroomPercent } from '../../../shared/domain/limit-window.ts';
import type { LimitOutlook } from '../../../shared/domain/limit-window.ts';
import { secondMs } from '../../../shared/domain/instant.ts';
import { toUsd } from '../../../shared/domain/money.ts';
import { tokenClasses, totalTokens } from '../../../shared/domain/token-usage.ts';
import { groupBy } from '../../../shared/lib/group-by.ts';
import { toBlockOutlook, toBurnRates } from '../../../shared/snapshot/outlook.ts';
import type { Collected, UsageRow } from './collect.ts';
import { toLimitLabels } from './limit-labels.ts';
import { toMetric, type Labels, type Metric } from './metric.ts';

/** Fuelgauge's own metrics. Units are base units: seconds, bytes, ratios from 0 to 1, US dollars. */
export function toOwnMetrics(collected: Collected): readonly Metric[] {
  return [
    ...toUsageMetrics(collected),
    ...toBurnMetrics(collected),
    ...toLimitMetrics(collected),
    ...toBlockMetrics(collected),
    ...toActivityMetrics(collected),
  ];
}

function toUsageMetrics({ usage, foldedModels, foldedProjects, limits }: Collected): readonly Metric[] {
  const labelsOf = ({ source, model, project }: UsageRow): Labels => ({ source, model, project });
  return [
    toMetric(
      'counter',
      'fuelgauge_tokens_total',
      usage.flatMap((row) =>
        tokenClasses.map(
          (name) => [{ ...labelsOf(row), class: name.replace(/Tokens$/, '') }, row.totals.usage[name]] as const,
        ),
      ),
    ),
    toMetric(
      'counter',
      'fuelgauge_cost_usd_total',
      usage.map((row) => [labelsOf(row), toUsd(row.totals.costMicroUsd)] as const),
    ),
    toMetric('gauge', 'fuelgauge_unpriced_models', countUnpricedModels(usage)),
    toMetric(
      'counter',
      'fuelgauge_responses_total',
      usage.map((row) => [labelsOf(row), row.totals.events] as const),
    ),
    toMetric('gauge', 'fuelgauge_folded_label_values', [
      [{ label: 'model' }, foldedModels],
      [{ label: 'project' }, foldedProjects],
      [{ label: 'limit' }, limits.folded],
    ]),
  ];
}

/** By source. A model has a row for each project. */
function countUnpricedModels(usage: Collected['usage']): readonly (readonly [Labels, number])[] {
  return [...groupBy(usage, ({ source }) => source)].map(([source, rows]) => {
    const models = new Set(rows.flatMap(({ totals }) => totals.unpricedModels));
    return [{ source }, models.size] as const;
  });
}

function toBurnMetrics({ snapshot, nowMs }: Collected): readonly Metric[] {
  const rates = toBurnRates(snapshot.sections.burn, nowMs);
  const toLabels = (minutes: number): Labels => ({ window: `${minutes}m` });
  return [
    toMetric(
      'gauge',
      'fuelgauge_burn_tokens_per_minute',
      rates.map((rate) => [toLabels(rate.windowMinutes), rate.tokensPerMinute] as const),
    ),
    toMetric(
      'gauge',
      'fuelgauge_burn_usd_per_hour',
      rates.map((rate) => [toLabels(rate.windowMinutes), toUsd(rate.costMicroUsdPerHour)] as const),
    ),
    toMetric(
      'gauge',
      'fuelgauge_burn_cost_partial',
      rates.map((rate) => [toLabels(rate.windowMinutes), rate.isCostPartial ? 1 : 0] as const),
    ),
  ];
}

function toLimitMetrics({ limits: { windows } }: Collected): readonly Metric[] {
  const gauge = (name: Metric['name'], toValue: (window: LimitOutlook) => number | null): Metric =>
    toMetric(
      'gauge',
      name,
      windows.map((window) => [toLimitLabels(window), toValue(window)] as const),
    );
  return [
    gauge('fuelgauge_limit_used_ratio', ({ usedPercent }) => ratio(usedPercent)),
    gauge('fuelgauge_limit_headroom_ratio', (window) => ratio(toHeadroomPercent(window))),
    gauge('fuelgauge_limit_reset_timestamp_seconds', ({ resetsAtMs }) => seconds(resetsAtMs)),
    gauge('fuelgauge_limit_runs_out_timestamp_seconds', ({ runsOutAtMs }) => seconds(runsOutAtMs)),
    gauge('fuelgauge_limit_reading_timestamp_seconds', ({ observedAtMs }) => seconds(observedAtMs)),
    gauge('fuelgauge_limit_stale', ({ provenance }) => (provenance === 'stale' ? 1 : 0)),
  ];
}

function toBlockMetrics({ snapshot, nowMs }: Collected): readonly Metric[] {
  const { blocks } = snapshot.sections;
  const active = blocks.filter(({ block }) => block.endMs > nowMs);
  const outlooks = active.map((each) => toBlockOutlook(each, nowMs));
  const gauge = (name: Metric['name'], toValue: (outlook: (typeof outlooks)[number]) => number | null): Metric =>
    toMetric(
      'gauge',
      name,
      outlooks.map((outlook) => [{ source: outlook.source }, toValue(outlook)] as const),
    );
  return [
    gauge('fuelgauge_block_tokens', ({ block }) => totalTokens(block.usage)),
    gauge('fuelgauge_block_cost_usd', ({ block }) => toUsd(block.costMicroUsd)),
    gauge('fuelgauge_block_projected_cost_usd', ({ projection }) => toUsd(projection?.costMicroUsd ?? null)),
    gauge('fuelgauge_block_unpriced_models', ({ block }) => block.unpricedModels.length),
    gauge('fuelgauge_block_end_timestamp_seconds', ({ block }) => seconds(block.endMs)),
  ];
}

function toActivityMetrics({ snapshot }: Collected): readonly Metric[] {
  const { sessions, processes, health, scan } = snapshot.sections;
  const agents = [...groupBy(processes.agents, ({ agent }) => agent)];
  const severities = ['warning', 'error'] as const;
  const running = sessions.filter(({ isRunning }) => isRunning);
  return [
    toMetric(
      'gauge',
      'fuelgauge_running_sessions',
      running.map(({ source }) => [{ source }, 1] as const),
    ),
    toMetric(
      'gauge',
      'fuelgauge_agent_processes',
      agents.map(([agent, all]) => [{ agent }, sum(all, 'processes')] as const),
    ),
    toMetric(
      'gauge',
      'fuelgauge_agent_memory_bytes',
      agents.map(([agent, all]) => [{ agent }, sum(all, 'rssBytes')] as const),
    ),
    toMetric(
      'gauge',
      'fuelgauge_agent_cpu_ratio',
      processes.agents.map(({ agent, cpuRatio }) => [{ agent }, cpuRatio] as const),
    ),
    toMetric(
      'gauge',
      'fuelgauge_problems',
      severities.map((severity) => {
        const found = health.problems.filter((problem) => problem.severity === severity);
        return [{ severity }, found.length] as const;
      }),
    ),
    toMetric('gauge', 'fuelgauge_scan_ratio', [[{}, ratio(scan.percent)]]),
  ];
}

function sum<Name extends string>(rows: readonly Readonly<Record<Name, number>>[], name: Name): number {
  return rows.reduce((total, row) => total + row[name], 0);
}

function ratio(percent: number | null): number | null {
  return percent === null ? null : percent / 100;
}

function seconds(atMs: number | null): number | null {
  return atMs === null ? null : atMs / secondMs;
}
