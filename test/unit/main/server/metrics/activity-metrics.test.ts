import { expect, it } from 'vitest';
import { writeMetrics } from '../../../../../main/server/metrics/exposition.ts';
import { toActivityMetrics } from '../../../../../main/server/metrics/activity-metrics.ts';
import { toOtlpName } from '../../../../../main/server/otlp-out/otlp-name.ts';
import type { ActivitySum } from '../../../../../shared/domain/activity-sums.ts';

const site: ActivitySum = {
  ...{ name: 'chatgpt.com', label: 'ChatGPT', category: 'chat', via: ['chrome', 'firefox'] },
  ...{ activeMs: 90_000, activeKind: 'estimated', count: 3, undatedCount: 0, inputTokens: 0, outputTokens: 0 },
  ...{ usdPerHour: 1, costMicroUsd: 25_000 },
};
const command: ActivitySum = { ...site, name: 'codex', activeKind: 'measured', costMicroUsd: 50_000, count: 7 };
const uncounted: ActivitySum = { ...site, name: 'aider', activeKind: 'unknown', costMicroUsd: null, count: 1 };
const on = { sites: true, apps: true, commands: true, receiver: false };

it('shows apps, sites and tools under the names of ai-cost-observer, and nothing that is unknown or off', () => {
  const report = { isOn: on, sites: [site], apps: [{ ...site, label: 'Claude' }], commands: [command, uncounted] };
  const lines = writeMetrics(toActivityMetrics(report), 'text').split('\n');
  const cli = 'cli_name="codex-cli",cli_category="code"';
  const labels = 'ai_domain="chatgpt.com",ai_category="chat"';
  expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
    'ai_app_active_duration_seconds_total{app_name="Claude",app_category="chat"} 90',
    'ai_app_estimated_cost_USD_total{app_name="Claude",app_category="chat"} 0.025',
    `ai_browser_domain_active_duration_seconds_total{${labels}} 90`,
    `ai_browser_domain_visit_count_total{${labels}} 3`,
    `ai_browser_domain_estimated_cost_USD_total{${labels}} 0.025`,
    `ai_cli_active_duration_seconds_total{${cli}} 90`,
    `ai_cli_estimated_cost_USD_total{${cli}} 0.05`,
    `ai_cli_command_count_total{${cli}} 7`,
    'ai_cli_command_count_total{cli_name="aider",cli_category="code"} 1',
  ]);
  const off = { sites: false, apps: false, commands: false, receiver: false };
  expect(writeMetrics(toActivityMetrics({ ...report, isOn: off }), 'text')).toBe('\n');
});

it.each([
  ['ai_app_active_duration_seconds_total', 'ai.app.active.duration', 's'],
  ['ai_app_estimated_cost_USD_total', 'ai.app.estimated.cost', 'USD'],
  ['ai_app_cpu_usage_percent', 'ai.app.cpu.usage', '%'],
  ['ai_app_memory_usage_MB', 'ai.app.memory.usage', 'MB'],
  ['ai_browser_domain_visit_count_total', 'ai.browser.domain.visit.count', ''],
  ['ai_tokens_cost_usd_total', 'ai.tokens.cost_usd', ''],
  ['fuelgauge_limit_used_ratio', 'fuelgauge.limit_used_ratio', '1'],
])('%s is %s in OpenTelemetry', (name, otlp, unit) => {
  expect(toOtlpName(name)).toEqual({ name: otlp, unit });
});
