import type { Block } from '../../../../shared/domain/block.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import { isSameLimit, type LimitId } from '../../../../shared/domain/limit-id.ts';
import { toAgeMs, toHeadroomPercent } from '../../../../shared/domain/limit-window.ts';
import type { LimitOrBlock } from '../../../../shared/limits/block-windows.ts';
import { toUsd } from '../../../../shared/domain/money.ts';
import type { AgentProcess } from '../../../../shared/domain/agent-process.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import type { SessionSummary } from '../../../../shared/domain/session.ts';
import type { Subscription } from '../../../../shared/domain/subscription.ts';
import { totalTokens, type TokenUsage } from '../../../../shared/domain/token-usage.ts';
import type { ActiveBlockOutlook } from '../../../../shared/snapshot/outlook.ts';

// The shapes of JSON output. Instants are ISO 8601 in UTC, money is in US dollars whatever the currency of the settings,
// and null means "not known". Scripts rely on these names: a change of meaning needs a new schema version.

/** Tokens by class and their sum; reasoning is part of output. */
export function toUsageJson(usage: TokenUsage) {
  return {
    inputTokens: usage.inputTokens,
    cacheCreation5mTokens: usage.cacheCreation5mTokens,
    cacheCreation1hTokens: usage.cacheCreation1hTokens,
    cacheReadTokens: usage.cacheReadTokens,
    outputTokens: usage.outputTokens,
    reasoningTokens: usage.reasoningTokens,
    totalTokens: totalTokens(usage),
  };
}

/** Usage and API-equivalent cost, without the cost of models that have no known price. */
export function toTotalsJson(totals: UsageTotals) {
  return {
    events: totals.events,
    usage: toUsageJson(totals.usage),
    costUsd: toUsd(totals.costMicroUsd),
    unpricedModels: totals.unpricedModels,
  };
}

/** A block; `boundary` says whether the provider reported its start (`official`) or we estimated it (`estimated`). */
export function toBlockJson(block: Block) {
  return {
    source: block.source,
    kind: block.kind,
    startAt: toIso(block.startMs),
    endAt: toIso(block.endMs),
    firstAt: toIso(block.firstAtMs),
    lastAt: toIso(block.lastAtMs),
    boundary: block.boundary,
    models: block.models,
    events: block.events,
    usage: toUsageJson(block.usage),
    costUsd: toUsd(block.costMicroUsd),
    unpricedModels: block.unpricedModels,
  };
}

/** The active block of a source and where it is heading. */
export function toActiveBlockJson(active: ActiveBlockOutlook) {
  const { projection } = active;
  return {
    ...toBlockJson(active.block),
    remainingMs: active.remainingMs,
    projection:
      projection === null
        ? null
        : {
            totalTokens: projection.totalTokens,
            interval80: projection.interval,
            costUsd: toUsd(projection.costMicroUsd),
          },
    limit: active.limit,
    runsOutAt: toIso(active.runsOutAtMs),
    runOutProbability: active.runOutProbability,
  };
}

/** The sums of a session. */
export function toSessionJson(session: SessionSummary) {
  return {
    source: session.source,
    sessionId: session.sessionId,
    project: session.project,
    branch: session.branch,
    models: session.models,
    firstAt: toIso(session.firstAtMs),
    lastAt: toIso(session.lastAtMs),
    events: session.events,
    usage: toUsageJson(session.usage),
    costUsd: toUsd(session.costMicroUsd),
    unpricedModels: session.unpricedModels,
  };
}

/** A limit window by the provider's newest reading, or a block in its place, as of `nowMs`. */
export function toLimitJson(window: LimitOrBlock, nowMs: number, binding: LimitId | null) {
  return {
    source: window.source,
    provider: window.id.provider,
    account: window.id.account,
    limitId: window.id.name,
    scope: window.id.scope,
    limitName: window.label,
    windowMinutes: window.windowMinutes,
    usedPercent: window.usedPercent,
    headroomPercent: toHeadroomPercent(window),
    amount: window.amount,
    resetsAt: toIso(window.resetsAtMs),
    runsOutAt: toIso(window.runsOutAtMs),
    runOutProbability: window.runOutProbability,
    planType: window.planType,
    origin: window.origin,
    provenance: window.provenance,
    observedAt: toIso(window.observedAtMs),
    ageMs: toAgeMs(window, nowMs),
    kind: window.provenance,
    pace: window.pace,
    isBinding: binding !== null && isSameLimit(window.id, binding),
  };
}

/** A plan, what it costs a month, and what the usage of the last thirty days would cost by list prices. */
export function toSubscriptionJson(subscription: Subscription) {
  const { source, plan, label, knownFrom, monthlyUsd, monthCostMicroUsd, unpricedModels } = subscription;
  const apiEquivalentUsd = toUsd(monthCostMicroUsd);
  return { source, plan, label, knownFrom, monthlyUsd, apiEquivalentUsd, days: 30, unpricedModels };
}

/** A running agent with everything it started. */
export function toProcessJson(agent: AgentProcess) {
  return {
    agent: agent.agent,
    label: agent.label,
    pid: agent.pid,
    startedAt: toIso(agent.startedAtMs),
    cwd: agent.cwd,
    processes: agent.processes,
    cpuRatio: agent.cpuRatio,
    rssBytes: agent.rssBytes,
  };
}
