import { addDays } from '../domain/calendar-day.ts';
import { findCalendar } from '../domain/find-calendar.ts';
import { toPlanKey } from '../limits/binding.ts';
import type { LimitOrBlock } from '../limits/block-windows.ts';
import type { UsageTotals } from '../domain/report.ts';
import { totalTokens } from '../domain/token-usage.ts';
import { statuslineFactsSchema, type FactWindow, type StatuslineFacts } from '../statusline/facts.ts';
import type { AppSnapshot } from './app-snapshot.ts';
import { toBurnRates, toNearestLimit } from './outlook.ts';

const burnWindowMinutes = 15;
/** A line shows one session; the newest ones are those that can draw it. */
const maxSessions = 50;

/** What status lines show of a snapshot, as of an instant. */
export function toStatuslineFacts(
  { sections }: Pick<AppSnapshot, 'sections'>,
  thresholdsPercent: readonly number[],
  nowMs: number,
): StatuslineFacts {
  const { usage, blocks, burn, sessions, processes } = sections;
  const rate = toBurnRates(burn, nowMs).find(({ windowMinutes }) => windowMinutes === burnWindowMinutes);
  const { all, binding } = toNearestLimit(sections, nowMs);
  const newest = [...sessions].sort((a, b) => b.lastAtMs - a.lastAtMs).slice(0, maxSessions);
  return {
    schema: statuslineFactsSchema,
    writtenAtMs: nowMs,
    currency: usage.currency,
    thresholdsPercent,
    today: {
      endsAtMs: findCalendar(usage.timeZone, usage.calendar).startOf(addDays(usage.today.until, 1)),
      ...toFactCost(usage.today.totals),
      tokens: totalTokens(usage.today.totals.usage),
    },
    blocks: blocks.map(({ source, block }) => ({
      source,
      endMs: block.endMs,
      ...toFactCost(block),
      tokens: totalTokens(block.usage),
    })),
    burn: {
      tokensPerMinute: rate?.tokensPerMinute ?? null,
      costMicroUsdPerHour: rate?.costMicroUsdPerHour ?? null,
      ...(rate?.isCostPartial === true && { isCostPartial: true }),
    },
    windows: all.map(toFactWindow),
    binding: binding === null ? null : toFactWindow(binding),
    sessions: newest.map((session) => ({
      ...{ source: session.source, sessionId: session.sessionId },
      ...toFactCost(session),
    })),
    agents: processes.agents.length,
  };
}

function toFactCost({ costMicroUsd, unpricedModels }: Pick<UsageTotals, 'costMicroUsd' | 'unpricedModels'>) {
  return { costMicroUsd, ...(unpricedModels.length > 0 && { isCostPartial: true }) };
}

function toFactWindow(window: LimitOrBlock): FactWindow {
  const { source, id, label, windowMinutes, usedPercent, resetsAtMs, trustedUntilMs } = window;
  const { runsOutAtMs, runOutProbability } = window;
  const owner = { account: id.account, plan: toPlanKey(window) };
  const times = { resetsAtMs, trustedUntilMs, runsOutAtMs, runOutProbability };
  const isEstimated = window.provenance === 'estimated';
  return { source, ...owner, scope: id.scope, label, windowMinutes, usedPercent, ...times, isEstimated };
}
