import { describe, expect, it } from 'vitest';
import {
  toMonitorLine,
  toMonitorSnapshot,
  type MonitorFacts,
} from '../../../../../../main/node/cli/monitor/monitor-snapshot.ts';
import { toLimitOutlook, type LimitOutlook } from '../../../../../../shared/domain/limit-window.ts';
import { emptyUsage } from '../../../../../../shared/domain/token-usage.ts';
import { makeActiveBlock } from '../../../../../fakes/cli-host.ts';
import { makeReading } from '../../../../../support/make-reading.ts';

const startMs = Date.UTC(2026, 10, 27, 12);
const nowMs = startMs + 90 * 60_000;
const usage = {
  ...emptyUsage,
  ...{ inputTokens: 500, outputTokens: 200, cacheCreation5mTokens: 80, cacheReadTokens: 4_000 },
};
const block = {
  ...makeActiveBlock().block,
  ...{
    startMs,
    endMs: startMs + 5 * 3_600_000,
    lastAtMs: startMs + 80 * 60_000,
    usage,
    events: 4,
    costMicroUsd: 12_180,
  },
};
const limit = {
  unit: 'tokens-in-out',
  value: 19_000,
  usedPercent: 3.7,
  plan: 'custom',
  provenance: 'measured',
} as const;

const facts = (patch: Partial<MonitorFacts> = {}): MonitorFacts => ({
  ...{ nowMs, version: '1.2.3', plan: 'custom', dataPaths: ['/home/ada/.claude/projects'] },
  active: makeActiveBlock({ block, limit, runsOutAtMs: nowMs + 600_000 }),
  ...{ fiveHour: null, week: null },
  families: [
    { family: 'opus', usage: { ...usage, inputTokens: 140, outputTokens: 50 }, costMicroUsd: 7_725 },
    { family: 'sonnet', usage: { ...usage, inputTokens: 360, outputTokens: 150 }, costMicroUsd: null },
  ],
  history: { events: 4, unfinishedEvents: 0, usage, costMicroUsd: 12_180, unpricedModels: [] },
  ...patch,
});

/** The keys of the object that claude-monitor 4.0.0 printed for one active session, at every depth. */
const keys = `confidence forecast.basis forecast.confidence forecast.display forecast.minutes_remaining
  forecast.predicted_tokens_exhausted_at forecast.predicted_tokens_exhausted_epoch forecast.tokens_remaining generated_at
  limits.five_hour.confidence limits.five_hour.resets_at limits.five_hour.resets_at_epoch limits.five_hour.source.kind
  limits.five_hour.token_limit limits.five_hour.tokens_used limits.five_hour.used_percentage limits.seven_day.confidence
  limits.seven_day.resets_at limits.seven_day.resets_at_epoch limits.seven_day.source.kind limits.seven_day.token_limit
  limits.seven_day.tokens_used limits.seven_day.used_percentage local.burn_rate_cost_per_hour
  local.burn_rate_tokens_per_minute local.cost_usd local.is_active local.model_distribution local.sent_messages
  local.session_end local.session_start local.tokens.cache_creation_input_tokens local.tokens.cache_read_input_tokens
  local.tokens.input_tokens local.tokens.output_tokens local.tokens.total_tokens local_history.confidence
  local_history.label local_history.source.kind local_history.total_cost_usd local_history.total_tokens pace.confidence
  pace.elapsed_percentage pace.label pace.resets_at pace.resets_at_epoch pace.source.kind pace.used_percentage plan
  plan_info.confidence plan_info.display_name plan_info.guidance plan_info.name plan_info.unverified schema_version
  source.account source.data_paths source.kind stale status.code status.label tool.name tool.version`.split(/\s+/);

function listKeys(value: object, path = ''): readonly string[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? listKeys(member, `${path}${name}.`)
      : [`${path}${name}`],
  );
}

/** A window of the provider as of now. */
const makeWindow = (usedPercent: number, isStale = false): LimitOutlook =>
  toLimitOutlook(
    {
      ...makeReading({ usedPercent, resetsAtMs: nowMs + 3_600_000, observedAtMs: nowMs }),
      ...{ trustedUntilMs: isStale ? nowMs - 1 : nowMs + 1, runsOutAtMs: null, pace: null },
    },
    nowMs,
  );

describe('the JSON of claude-monitor', () => {
  it.each([
    ['an active block', facts()],
    ['none', facts({ active: null, families: [] })],
  ])('has its keys and no others: %s', (_name, given) => {
    expect([...listKeys(toMonitorSnapshot(given))].sort()).toEqual(keys);
  });

  it('has the block, its models and when its limit is reached', () => {
    const { local, limits, forecast, pace, status } = toMonitorSnapshot(facts());
    expect(local).toMatchObject({ is_active: true, sent_messages: 4, cost_usd: 0.01218 });
    expect(local.tokens).toMatchObject({ input_tokens: 500, cache_creation_input_tokens: 80, total_tokens: 4_780 });
    expect(local.burn_rate_tokens_per_minute).toBe(4_780 / 80);
    expect(local.model_distribution).toEqual([
      { family: 'sonnet', percentage: 72.9, input_tokens: 360, output_tokens: 150, cost_usd: null },
      { family: 'opus', percentage: 27.1, input_tokens: 140, output_tokens: 50, cost_usd: 0.007725 },
    ]);
    expect(limits.five_hour).toMatchObject({ used_percentage: 3.7, tokens_used: 700, token_limit: 19_000 });
    expect(forecast).toMatchObject({ minutes_remaining: 10, tokens_remaining: 18_300 });
    expect(pace).toMatchObject({ label: 'speed up', elapsed_percentage: 30 });
    expect(status).toEqual({ code: 0, label: 'ok' });
  });

  it.each([
    [96, null, 10, 'near_limit'],
    [100, null, 11, 'limit_hit'],
    [10, 97, 10, 'near_limit'],
    [null, 100, 11, 'limit_hit'],
  ])('follows the provider’s own windows, the fuller one: %j and %j', (five, week, code, label) => {
    const snapshot = toMonitorSnapshot(
      facts({
        fiveHour: five === null ? null : makeWindow(five),
        week: week === null ? null : makeWindow(week),
      }),
    );
    expect(snapshot.status).toEqual({ code, label });
    expect(snapshot.confidence).toBe(five === null ? 'local_estimate' : 'official');
    expect(snapshot.limits.five_hour.tokens_used).toBe(five === null ? 700 : null);
    if (code === 11) expect(snapshot.forecast).toMatchObject({ minutes_remaining: 0, display: 'limit hit' });
  });

  it('is one line with --compact, as claude-monitor 4.0.0 writes it', () => {
    expect(toMonitorLine(toMonitorSnapshot(facts()))).toBe(
      'claude 3.7% (700/19.0K) | 59/min | reset 17:00 | pace=speed-up | $0.01',
    );
    const windows = { fiveHour: makeWindow(80), week: makeWindow(42) };
    expect(toMonitorLine(toMonitorSnapshot(facts(windows)))).toBe(
      'claude 80.0% | 59/min | reset 14:30 | 7d 42.0% | pace=on-track | $0.01',
    );
  });

  it('does not trust an old reading, and cannot tell without a limit or a block', () => {
    const old = toMonitorSnapshot(facts({ fiveHour: makeWindow(100, true) }));
    expect(old).toMatchObject({ stale: true, confidence: 'local_estimate', status: { code: 0 } });
    const active = makeActiveBlock({ block, limit: null, runsOutAtMs: null });
    expect(toMonitorSnapshot(facts({ active })).status).toEqual({ code: 20, label: 'indeterminate' });
    expect(toMonitorSnapshot(facts({ active: null })).status).toEqual({ code: 20, label: 'no_active_session' });
  });
});
