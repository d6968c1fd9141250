import { toIso } from '../../../../shared/domain/instant.ts';
import { toUsd } from '../../../../shared/domain/money.ts';
import type { BurnRate } from '../../../../shared/domain/burn-rate.ts';
import type { PeriodUsage } from '../../../../shared/domain/report.ts';
import type { SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import {
  toBlockOutlook,
  toBurnRates,
  toLimitsOutlook,
  type LimitsOutlook,
} from '../../../../shared/snapshot/outlook.ts';
import { toProblemJson } from '../output/problem-json.ts';
import { toActiveBlockJson, toLimitJson, toProcessJson, toSessionJson, toTotalsJson } from '../output/usage-json.ts';

/** One line of `watch --json`, in schema `fuelgauge.watch.v1`. `bindingLimit` is an index into `limits`. */
export function toWatchJson(sections: SnapshotSections, nowMs: number) {
  const limits = toLimitsOutlook(sections.limits, nowMs);
  return {
    schema: 'fuelgauge.watch.v1',
    generatedAt: toIso(nowMs),
    timezone: sections.usage.timeZone,
    phase: sections.scan.phase,
    limits: limits.windows.map((window) => toLimitJson(window, nowMs, limits.binding?.id ?? null)),
    bindingLimit: toBindingIndex(limits),
    blocks: sections.blocks.map((active) => toActiveBlockJson(toBlockOutlook(active, nowMs))),
    today: toPeriodJson(sections.usage.today),
    week: toPeriodJson(sections.usage.week),
    burn: toBurnRates(sections.burn, nowMs).map(toBurnJson),
    sessions: sections.sessions.map((session) => ({ ...toSessionJson(session), isRunning: session.isRunning })),
    processes: sections.processes.agents.map(toProcessJson),
    problems: sections.health.problems.map((problem) => toProblemJson(problem, nowMs)),
  };
}

function toBindingIndex({ windows, binding }: LimitsOutlook): number | null {
  return binding === null ? null : windows.indexOf(binding);
}

function toPeriodJson(period: PeriodUsage) {
  return {
    since: period.since,
    until: period.until,
    ...toTotalsJson(period.totals),
    bySource: period.bySource.map((totals) => ({ source: totals.source, ...toTotalsJson(totals) })),
  };
}

function toBurnJson(rate: BurnRate) {
  return {
    windowMinutes: rate.windowMinutes,
    tokensPerMinute: rate.tokensPerMinute,
    freshTokensPerMinute: rate.freshTokensPerMinute,
    costUsdPerHour: toUsd(rate.costMicroUsdPerHour),
    isCostPartial: rate.isCostPartial,
  };
}
