import type { Block } from '../../../../shared/domain/block.ts';
import { blockMs } from '../../../../shared/domain/block.ts';
import { hourMs, minuteMs, secondMs, toIso } from '../../../../shared/domain/instant.ts';
import type { LimitOutlook } from '../../../../shared/domain/limit-window.ts';
import { toUsd, type MicroUsd } from '../../../../shared/domain/money.ts';
import { measureIn } from '../../../../shared/domain/plan.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import { cacheCreationTokens, totalTokens, type TokenUsage } from '../../../../shared/domain/token-usage.ts';
import type { ActiveBlockOutlook } from '../../../../shared/snapshot/outlook.ts';

/** The usage of one family of models in the active block. */
export interface FamilyUsage {
  readonly family: string;
  readonly usage: TokenUsage;
  readonly costMicroUsd: MicroUsd | null;
}

/** What a snapshot is made of. */
export interface MonitorFacts {
  readonly nowMs: number;
  readonly version: string;
  /** The plan by claude-monitor's name of it. */
  readonly plan: string;
  readonly dataPaths: readonly string[];
  readonly active: ActiveBlockOutlook | null;
  /** The provider's own windows of five hours and of a week; null where none is known. */
  readonly fiveHour: LimitOutlook | null;
  readonly week: LimitOutlook | null;
  readonly families: readonly FamilyUsage[];
  /** Of the last eight days. */
  readonly history: UsageTotals;
}

const logs = { kind: 'claude_code_jsonl' };
const planLabels: Readonly<Partial<Record<string, string>>> = { pro: 'Pro', max5: 'Max5', max20: 'Max20' };
/** From this use on, a limit is near, as in claude-monitor. */
const nearPercent = 95;
/** Use within this many percentage points of the elapsed time is on track, as in claude-monitor. */
const paceTolerance = 10;

/** The object of `claude-monitor --once --output json`, schema 1.0, with our numbers. Names and codes are its own. */
export function toMonitorSnapshot(facts: MonitorFacts) {
  const { nowMs, plan, active, week, history } = facts;
  const fiveHour = toFiveHour(facts);
  const sevenDay = toWindow(isCurrent(week) ? week : null);
  const status = toStatus(active, fiveHour.used_percentage, sevenDay.used_percentage);
  return {
    schema_version: '1.0',
    generated_at: toIso(nowMs),
    tool: { name: 'fuelgauge', version: facts.version },
    source: { ...logs, account: null, data_paths: facts.dataPaths },
    confidence: fiveHour.confidence === 'official' ? 'official' : 'local_estimate',
    stale: [facts.fiveHour, week].some((window) => window !== null && !isCurrent(window)),
    plan,
    plan_info: {
      ...{ name: plan, display_name: planLabels[plan] ?? 'Custom', confidence: 'local_estimate' },
      ...{ unverified: false, guidance: null },
    },
    limits: { five_hour: fiveHour, seven_day: sevenDay },
    local: toLocal(active?.block ?? null, facts.families),
    local_history: {
      label: 'local_history',
      total_tokens: totalTokens(history.usage),
      total_cost_usd: toUsd(history.costMicroUsd),
      ...{ source: logs, confidence: 'local_estimate' },
    },
    pace: toPace(fiveHour, nowMs),
    forecast: toForecast(active, status.code, nowMs),
    status,
  };
}

/** The line of `claude-monitor --once --compact`; times are in UTC, as there. */
export function toMonitorLine({ limits, local, pace }: ReturnType<typeof toMonitorSnapshot>): string {
  const { used_percentage: percent, tokens_used: used, token_limit: limit, resets_at: resetsAt } = limits.five_hour;
  const week = limits.seven_day.used_percentage;
  const perMinute = local.burn_rate_tokens_per_minute;
  return [
    `claude ${percent === null ? '--' : percent.toFixed(1)}%${used === null ? '' : ` (${toShort(used)}/${limit === null ? '?' : toShort(limit)})`}`,
    `${perMinute === null ? '--' : toShort(perMinute)}/min`,
    `reset ${resetsAt === null ? '--:--' : resetsAt.slice(11, 16)}`,
    ...(week === null ? [] : [`7d ${week.toFixed(1)}%`]),
    ...(pace.label === 'unknown' ? [] : [`pace=${pace.label.replace(' ', '-')}`]),
    local.cost_usd === null ? '$--' : `$${local.cost_usd.toFixed(2)}`,
  ].join(' | ');
}

function toShort(count: number): string {
  if (count >= 1e6) return `${(count / 1e6).toFixed(1)}M`;
  return count >= 1_000 ? `${(count / 1_000).toFixed(1)}K` : String(Math.trunc(count));
}

type Window = ReturnType<typeof toWindow>;

function isCurrent(window: LimitOutlook | null): window is LimitOutlook {
  return window !== null && window.provenance === 'official' && window.usedPercent !== null;
}

/** The provider's own window; without one, nothing is known. */
function toWindow(window: LimitOutlook | null) {
  return {
    used_percentage: window?.usedPercent ?? null,
    tokens_used: null as number | null,
    token_limit: null as number | null,
    ...toReset(window?.resetsAtMs ?? null),
    source: window === null ? logs : { kind: 'statusline' },
    confidence: window === null ? 'unknown' : 'official',
  };
}

/** The provider's window, else the block against its limit. Tokens only where the limit is in tokens. */
function toFiveHour({ fiveHour, active }: MonitorFacts): Window {
  if (isCurrent(fiveHour)) return toWindow(fiveHour);
  if (active === null) return toWindow(null);
  const { block, limit } = active;
  const isTokens = limit !== null && limit.unit.startsWith('tokens');
  return {
    used_percentage: limit?.usedPercent ?? null,
    tokens_used: isTokens ? measureIn(limit.unit, block) : measureIn('tokens-in-out', block),
    token_limit: isTokens ? limit.value : null,
    ...toReset(block.endMs),
    ...{ source: logs, confidence: 'local_estimate' },
  };
}

function toReset(atMs: number | null) {
  return { resets_at: toIso(atMs), resets_at_epoch: atMs === null ? null : Math.floor(atMs / secondMs) };
}

function toLocal(block: Block | null, families: readonly FamilyUsage[]) {
  const usage = block?.usage;
  const minutes = block?.lastAtMs == null ? 0 : (block.lastAtMs - block.startMs) / minuteMs;
  const cost = block === null ? 0 : toUsd(block.costMicroUsd);
  return {
    is_active: block !== null,
    session_start: toIso(block?.startMs ?? null),
    session_end: toIso(block?.endMs ?? null),
    tokens: {
      input_tokens: usage?.inputTokens ?? 0,
      output_tokens: usage?.outputTokens ?? 0,
      cache_creation_input_tokens: usage === undefined ? 0 : cacheCreationTokens(usage),
      cache_read_input_tokens: usage?.cacheReadTokens ?? 0,
      total_tokens: usage === undefined ? 0 : totalTokens(usage),
    },
    cost_usd: cost,
    sent_messages: block?.events ?? 0,
    burn_rate_tokens_per_minute: minutes > 0 && usage !== undefined ? totalTokens(usage) / minutes : null,
    burn_rate_cost_per_hour: minutes > 0 && cost !== null ? (cost * hourMs) / (minutes * minuteMs) : null,
    model_distribution: toDistribution(families),
  };
}

/** Shares of input and output, the largest first. */
function toDistribution(families: readonly FamilyUsage[]) {
  const freshOf = ({ usage }: FamilyUsage): number => usage.inputTokens + usage.outputTokens;
  const all = families.reduce((sum, each) => sum + freshOf(each), 0);
  return families
    .toSorted((left, right) => freshOf(right) - freshOf(left))
    .map((each) => ({
      family: each.family,
      percentage: all === 0 ? 0 : Math.round((1000 * freshOf(each)) / all) / 10,
      input_tokens: each.usage.inputTokens,
      output_tokens: each.usage.outputTokens,
      cost_usd: toUsd(each.costMicroUsd),
    }));
}

function toPace(window: Window, nowMs: number) {
  const { used_percentage: used, resets_at_epoch: epoch, resets_at, source } = window;
  const base = { used_percentage: used, resets_at, resets_at_epoch: epoch, source };
  if (used === null || epoch === null) {
    return { label: 'unknown', ...base, elapsed_percentage: null, confidence: 'unknown' };
  }
  const elapsedRatio = (nowMs - (epoch * secondMs - blockMs)) / blockMs;
  const elapsed = Math.round(1000 * Math.min(1, Math.max(0, elapsedRatio))) / 10;
  const ahead = used - elapsed;
  const label = ahead > paceTolerance ? 'slow down' : ahead < -paceTolerance ? 'speed up' : 'on track';
  return { label, ...base, elapsed_percentage: elapsed, confidence: window.confidence };
}

/** When the block's limit is reached by our forecast, if that is more likely than not. */
function toForecast(active: ActiveBlockOutlook | null, code: number, nowMs: number) {
  const isHit = code === 11;
  const limit = active?.limit ?? null;
  const used = limit === null || active === null ? null : measureIn(limit.unit, active.block);
  const atMs = isHit ? null : (active?.runsOutAtMs ?? null);
  const left = limit?.unit.startsWith('tokens') === true && used !== null ? Math.max(0, limit.value - used) : null;
  return {
    predicted_tokens_exhausted_at: toIso(atMs),
    predicted_tokens_exhausted_epoch: atMs === null ? null : Math.floor(atMs / secondMs),
    tokens_remaining: isHit ? 0 : left,
    minutes_remaining: isHit ? 0 : atMs === null ? null : Math.round(((atMs - nowMs) * 10) / minuteMs) / 10,
    basis: 'fuelgauge_forecast',
    confidence: active === null ? 'unknown' : 'local_estimate',
    display: isHit ? 'limit hit' : atMs === null ? null : `${toIso(atMs).slice(0, 16).replace('T', ' ')} (estimated)`,
  };
}

/** Its exit codes: 0 fine, 10 near, 11 hit, 20 unknown. */
function toStatus(active: ActiveBlockOutlook | null, ...percents: readonly (number | null)[]) {
  const known = percents.filter((percent) => percent !== null);
  if (known.length === 0) {
    return { code: 20, label: active === null ? 'no_active_session' : 'indeterminate' } as const;
  }
  const highest = Math.max(...known);
  if (highest >= 100) return { code: 11, label: 'limit_hit' } as const;
  return highest >= nearPercent ? ({ code: 10, label: 'near_limit' } as const) : ({ code: 0, label: 'ok' } as const);
}
