import { groupBy } from '../../../shared/lib/group-by.ts';
import { toUsd } from '../../../shared/domain/money.ts';
import type { Collected } from './collect.ts';
import { toToolCategory, toToolName } from './companion-names.ts';
import { toMetric, type Labels, type Metric } from './metric.ts';

/**
 * The metrics of `ai-cost-observer` (github.com/qveys/LiteLLM-Companion) under its own names and with its own labels, so
 * that dashboards made for it keep working. Apps in front, sites and shell histories: see `activity-metrics.ts`.
 */
export function toCompanionMetrics({ usage, snapshot }: Collected): readonly Metric[] {
  const { agents } = snapshot.sections.processes;
  const apps = agents.filter(({ agent }) => agent in appCategories);
  const tools = [...groupBy(agents, ({ agent }) => agent).keys()].filter((agent) => !(agent in appCategories));
  const tokenLabels = ({ source, model }: (typeof usage)[number]): Labels => ({
    tool_name: toToolName(source),
    model_name: model,
  });
  const appLabels = ({ agent, label }: (typeof agents)[number]): Labels => ({
    app_name: appNames[agent] ?? label,
    app_category: appCategories[agent]!,
  });
  return [
    toMetric(
      'counter',
      'ai_tokens_input_total',
      usage.map((row) => [tokenLabels(row), row.totals.usage.inputTokens]),
    ),
    toMetric(
      'counter',
      'ai_tokens_output_total',
      usage.map((row) => [tokenLabels(row), row.totals.usage.outputTokens]),
    ),
    toMetric(
      'counter',
      'ai_tokens_cost_usd_total',
      usage.map((row) => [tokenLabels(row), toUsd(row.totals.costMicroUsd)]),
    ),
    // It counts every response with usage, too.
    toMetric(
      'counter',
      'ai_prompt_count_total',
      usage.map((row) => [{ tool_name: toToolName(row.source), source: 'cli' }, row.totals.events]),
    ),
    toMetric(
      'gauge',
      'ai_cli_running',
      tools.map((agent) => [{ cli_name: toToolName(agent), cli_category: toToolCategory(agent) }, 1]),
    ),
    once(
      'ai_app_running',
      apps.map((app) => [appLabels(app), 1]),
    ),
    toMetric(
      'gauge',
      'ai_app_cpu_usage_percent',
      apps.map((app) => [appLabels(app), app.cpuRatio === null ? null : app.cpuRatio * 100]),
    ),
    toMetric(
      'gauge',
      'ai_app_memory_usage_MB',
      apps.map((app) => [appLabels(app), app.rssBytes / bytesPerMegabyte]),
    ),
  ];
}

const bytesPerMegabyte = 1024 * 1024;

/** The programs that it counts as desktop apps, with its names and categories. */
const appCategories: Readonly<Record<string, string>> = {
  'claude-desktop': 'chat',
  'chatgpt-desktop': 'chat',
  cursor: 'code',
  zed: 'code',
  antigravity: 'code',
  'lm-studio': 'local',
};
const appNames: Readonly<Record<string, string>> = { 'claude-desktop': 'Claude', 'chatgpt-desktop': 'ChatGPT' };

/** One, however many processes there are. */
function once(name: Metric['name'], samples: Parameters<typeof toMetric>[2]): Metric {
  const metric = toMetric('gauge', name, samples);
  return { ...metric, samples: metric.samples.map(({ labels }) => ({ labels, value: 1 })) };
}
