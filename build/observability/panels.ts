/** A panel: a title, and a query with the name of its series. */
export interface Panel {
  readonly title: string;
  readonly kind: 'stat' | 'timeseries' | 'table';
  /** Grafana's unit: https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/ */
  readonly unit: string;
  readonly expr: string;
  readonly legend?: string;
}

/** A dashboard, by the name of its file. */
export interface DashboardPlan {
  readonly id: string;
  readonly title: string;
  readonly panels: readonly Panel[];
}

function panel(kind: Panel['kind']) {
  return (title: string, unit: string, expr: string, legend?: string): Panel => ({
    ...{ kind, title, unit, expr },
    ...(legend !== undefined && { legend }),
  });
}
const stat = panel('stat');
const series = panel('timeseries');
const table = panel('table');

const usd = 'currencyUSD';
const everyCost = '{__name__=~"ai_(tokens_cost_usd|app_estimated_cost_USD|browser_domain_estimated_cost_USD)_total"}';

/** The four dashboards of ai-cost-observer, one for limits, and one for Fuelgauge itself. */
export const dashboards: readonly DashboardPlan[] = [
  {
    id: 'ai-cost-overview',
    title: 'AI cost overview',
    panels: [
      stat('API-equivalent cost today', usd, 'sum(fuelgauge_period_cost_usd{period="day"})'),
      stat('API-equivalent cost this month', usd, 'sum(fuelgauge_period_cost_usd{period="month"})'),
      stat('Tokens today', 'short', 'sum(fuelgauge_period_tokens{period="day",class!="reasoning"})'),
      stat('Responses today', 'short', 'sum(fuelgauge_period_responses{period="day"})'),
      stat('Running apps', 'short', 'count(ai_app_running) or vector(0)'),
      stat('Running tools', 'short', 'count(ai_cli_running) or vector(0)'),
      series('Cost by source', usd, 'sum by (tool_name) (ai_tokens_cost_usd_total)', '{{tool_name}}'),
      series(
        'Time with an app in front',
        's',
        'sum by (app_name) (ai_app_active_duration_seconds_total)',
        '{{app_name}}',
      ),
      series(
        'Time on sites',
        's',
        'sum by (ai_domain) (ai_browser_domain_active_duration_seconds_total)',
        '{{ai_domain}}',
      ),
      series('Calls of tools', 'short', 'sum by (cli_name) (ai_cli_command_count_total)', '{{cli_name}}'),
      series('CPU of apps', 'percent', 'sum by (app_name) (ai_app_cpu_usage_percent)', '{{app_name}}'),
      series('Memory of apps', 'decmbytes', 'sum by (app_name) (ai_app_memory_usage_MB)', '{{app_name}}'),
    ],
  },
  {
    id: 'browser-ai-usage',
    title: 'Browser AI usage',
    panels: [
      stat('Time on sites in 24 hours', 's', 'sum(increase(ai_browser_domain_active_duration_seconds_total[24h]))'),
      stat('Visits in 24 hours', 'short', 'sum(increase(ai_browser_domain_visit_count_total[24h]))'),
      series(
        'Time by site',
        's',
        'sum by (ai_domain) (ai_browser_domain_active_duration_seconds_total)',
        '{{ai_domain}}',
      ),
      series(
        'Time by category',
        's',
        'sum by (ai_category) (ai_browser_domain_active_duration_seconds_total)',
        '{{ai_category}}',
      ),
      table('Visits', 'short', 'sum by (ai_domain, ai_category) (ai_browser_domain_visit_count_total)'),
    ],
  },
  {
    id: 'token-usage',
    title: 'Token usage',
    panels: [
      stat('API-equivalent cost', usd, 'sum(ai_tokens_cost_usd_total)'),
      stat('Fresh input', 'short', 'sum(ai_tokens_input_total)'),
      stat('Output', 'short', 'sum(ai_tokens_output_total)'),
      stat('Responses', 'short', 'sum(ai_prompt_count_total)'),
      series('Tokens a second by class', 'short', 'sum by (class) (rate(fuelgauge_tokens_total[5m]))', '{{class}}'),
      series('Tokens by class', 'short', 'sum by (class) (fuelgauge_tokens_total)', '{{class}}'),
      series('Cost by tool', usd, 'sum by (tool_name) (ai_tokens_cost_usd_total)', '{{tool_name}}'),
      series('Cost by model', usd, 'sum by (model_name) (ai_tokens_cost_usd_total)', '{{model_name}}'),
      table('By source and model', 'short', 'sum by (source, model) (fuelgauge_tokens_total{class!="reasoning"})'),
    ],
  },
  {
    id: 'unified-cost',
    title: 'Unified cost',
    panels: [
      stat('Everything', usd, `sum(${everyCost})`),
      stat('Desktop apps (estimated)', usd, 'sum(ai_app_estimated_cost_USD_total) or vector(0)'),
      stat('Browser (estimated)', usd, 'sum(ai_browser_domain_estimated_cost_USD_total) or vector(0)'),
      stat('Agents (API-equivalent)', usd, 'sum(ai_tokens_cost_usd_total)'),
      series('Accumulated', usd, `sum(${everyCost})`, 'everything'),
      series('By tool', usd, 'sum by (tool_name) (ai_tokens_cost_usd_total)', '{{tool_name}}'),
      table('Breakdown', usd, `sum by (tool_name, app_name, ai_domain) (${everyCost})`),
    ],
  },
  {
    id: 'limits-and-forecast',
    title: 'Limits and forecast',
    panels: [
      stat(
        'Least headroom',
        'percentunit',
        'min(fuelgauge_limit_headroom_ratio and on (source, provider, account, limit, window) (fuelgauge_limit_stale == 0))',
      ),
      stat('Highest probability to run out', 'percentunit', 'max(fuelgauge_limit_run_out_probability)'),
      series('Used', 'percentunit', 'fuelgauge_limit_used_ratio', '{{provider}} {{window}}'),
      series(
        'At the reset, median',
        'percentunit',
        'fuelgauge_limit_forecast_ratio{at="p50"}',
        '{{provider}} {{window}}',
      ),
      series(
        'At the reset, 80% interval',
        'percentunit',
        'fuelgauge_limit_forecast_interval_ratio',
        '{{window}} {{bound}}',
      ),
      series(
        'Tokens of blocks, days and weeks at their end',
        'short',
        'fuelgauge_forecast_tokens',
        '{{period}} {{source}} {{at}}',
      ),
      series('Burn rate', 'short', 'fuelgauge_burn_tokens_per_minute', '{{window}}'),
      table('Seconds to the reset', 's', 'fuelgauge_limit_reset_timestamp_seconds - time()'),
    ],
  },
  {
    id: 'fuelgauge-itself',
    title: 'Fuelgauge itself',
    panels: [
      stat('Logs read', 'percentunit', 'fuelgauge_scan_ratio'),
      stat('Problems', 'short', 'sum(fuelgauge_problems)'),
      stat('Live clients', 'short', 'fuelgauge_live_followers'),
      stat('Channels failing', 'short', 'sum(fuelgauge_alert_channel_failing) or vector(0)'),
      series('CPU of the server', 'percentunit', 'rate(process_cpu_seconds_total{job="fuelgauge"}[5m])', 'server'),
      series('Memory', 'bytes', 'fuelgauge_own_memory_bytes', 'all processes'),
      series('Alerts in 24 hours', 'short', 'sum by (kind) (fuelgauge_alerts_last_day)', '{{kind}}'),
      table('Version', 'short', 'fuelgauge_build_info'),
    ],
  },
];
