import type { ActivityReport, ActivitySum } from '../../../shared/domain/activity-sums.ts';
import { secondMs } from '../../../shared/domain/instant.ts';
import { toUsd } from '../../../shared/domain/money.ts';
import { toToolCategory, toToolName } from './companion-names.ts';
import { toMetric, type Labels, type Metric } from './metric.ts';

type Value = (sum: ActivitySum) => number | null;

/**
 * Apps, sites and tools under the names of `ai-cost-observer`. The ledger's sums never shrink, so they are counters. One
 * is shown while the person has it switched on; costs are estimates. A command-line tool is active while its processes use
 * the processor (`main/node/engine/upkeep/tool-time.ts`).
 */
export function toActivityMetrics(
  report: Pick<ActivityReport, 'isOn' | 'sites' | 'apps' | 'commands'>,
): readonly Metric[] {
  const { isOn } = report;
  const sites = counters(isOn.sites || isOn.receiver ? report.sites : [], (site) => ({
    ai_domain: site.name,
    ai_category: site.category ?? '',
  }));
  const apps = counters(isOn.apps ? report.apps : [], (app) => ({
    app_name: app.label,
    app_category: app.category ?? '',
  }));
  const commands = counters(isOn.commands ? report.commands : [], (command) => ({
    cli_name: toToolName(command.name),
    cli_category: toToolCategory(command.name),
  }));
  return [
    apps('ai_app_active_duration_seconds_total', activeSeconds),
    apps('ai_app_estimated_cost_USD_total', cost),
    sites('ai_browser_domain_active_duration_seconds_total', activeSeconds),
    sites('ai_browser_domain_visit_count_total', ({ count }) => count),
    sites('ai_browser_domain_estimated_cost_USD_total', cost),
    commands('ai_cli_active_duration_seconds_total', activeSeconds),
    commands('ai_cli_estimated_cost_USD_total', cost),
    commands('ai_cli_command_count_total', ({ count }) => count),
  ];
}

function counters(sums: readonly ActivitySum[], toLabels: (sum: ActivitySum) => Labels) {
  return (name: Metric['name'], toValue: Value): Metric =>
    toMetric(
      'counter',
      name,
      sums.map((sum) => [toLabels(sum), toValue(sum)] as const),
    );
}

const activeSeconds: Value = ({ activeMs, activeKind }) => (activeKind === 'unknown' ? null : activeMs / secondMs);
const cost: Value = ({ costMicroUsd }) => toUsd(costMicroUsd);
