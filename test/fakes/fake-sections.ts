import { createCalendar, addDays } from '../../shared/domain/calendar-day.ts';
import type { RecentBurn } from '../../shared/domain/burn-rate.ts';
import type { AgentProcess, AgentTreeRow } from '../../shared/domain/agent-process.ts';
import type { OwnCost } from '../../shared/domain/agent-process.ts';
import { hourMs, minuteMs } from '../../shared/domain/instant.ts';
import type { TokenUsage } from '../../shared/domain/token-usage.ts';
import type { PeriodUsage } from '../../shared/domain/report.ts';
import type { ActiveBlock, RunningSession, SnapshotSections } from '../../shared/snapshot/app-snapshot.ts';

const projects = ['/home/ada/work/harbour-api', '/home/ada/work/atlas', '/home/ada/oss/pebble', null] as const;

/** An active Claude Code block, halfway through, with an estimated limit. */
export function createFakeBlock(nowMs: number): ActiveBlock {
  return {
    source: 'claude-code',
    block: {
      source: 'claude-code',
      kind: 'active',
      startMs: nowMs - 2 * hourMs - 36 * minuteMs,
      endMs: nowMs + 2 * hourMs + 24 * minuteMs,
      firstAtMs: nowMs - 2 * hourMs - 20 * minuteMs,
      lastAtMs: nowMs - minuteMs,
      events: 214,
      usage: toUsage(8_213_441),
      costMicroUsd: 11_840_000,
      unpricedModels: [],
      models: ['claude-opus-4-6', 'claude-haiku-4-5'],
      boundary: 'estimated',
    },
    limit: { unit: 'usd', value: 35, usedPercent: 34, plan: 'max-5x', provenance: 'estimated' },
    forecast: {
      kind: 'block',
      source: 'claude-code',
      startMs: nowMs - 2 * hourMs - 36 * minuteMs,
      endMs: nowMs + 2 * hourMs + 24 * minuteMs,
      asOfMs: nowMs - minuteMs,
      usedTokens: 8_213_441,
      tokens: { p10: 8_213_441, p25: 8_900_000, p50: 12_400_000, p75: 17_000_000, p90: 24_000_000 },
      interval: { from: 8_213_441, to: 21_000_000 },
      nothingMore: 0.18,
      runOut: {
        probability: 0.12,
        earlyMs: nowMs + hourMs,
        medianMs: nowMs + 2 * hourMs,
        lateMs: nowMs + 2.2 * hourMs,
      },
    },
  };
}

/** An hour of Claude Code at a growing rate: 64K, 122K and 184K tokens a minute over 60, 15 and 5 minutes, scaled. */
export function createFakeBurn(nowMs: number, scale = 1): RecentBurn {
  const minutes = Array.from({ length: 60 }, (_, index) => {
    const minutesAgo = 60 - index;
    const [tokens, freshTokens, costMicroUsd] =
      minutesAgo > 15 ? [45_067, 1_587, 40_055] : minutesAgo > 5 ? [90_550, 3_660, 77_583] : [184_300, 6_120, 140_333];
    return {
      source: 'claude-code',
      atMs: nowMs - minutesAgo * minuteMs + 1,
      tokens: tokens * scale,
      freshTokens: freshTokens * scale,
      costMicroUsd: costMicroUsd * scale,
      isCostPartial: false,
    };
  });
  return { minutes, coverageFromMs: 0 };
}

/** Usage that ends today, scaled. */
export function createFakePeriod(
  nowMs: number,
  daysBefore: number,
  scale: number,
  unpricedModels: readonly string[] = [],
): PeriodUsage {
  const until = createCalendar('UTC').dayOf(nowMs);
  const claude = {
    source: 'claude-code',
    events: Math.round(388 * scale),
    unfinishedEvents: 2,
    usage: toUsage(Math.round(14_300_000 * scale)),
    costMicroUsd: Math.round(18_420_000 * scale),
    unpricedModels,
  } as const;
  const codex = {
    source: 'codex',
    events: Math.round(71 * scale),
    unfinishedEvents: 0,
    usage: toUsage(Math.round(3_120_000 * scale)),
    costMicroUsd: Math.round(2_210_000 * scale),
    unpricedModels: [],
  } as const;
  return {
    since: addDays(until, -daysBefore),
    until,
    totals: {
      events: claude.events + codex.events,
      unfinishedEvents: 2,
      usage: toUsage(Math.round(17_420_000 * scale)),
      costMicroUsd: claude.costMicroUsd + codex.costMicroUsd,
      unpricedModels,
    },
    bySource: [claude, codex],
  };
}

/** A model without a known price. */
export const unpricedModel = 'nova-1';

/** The session with this index; the first two are running. Every fourth is one of Claude Code whose cost is not known. */
export function createFakeSession(index: number, nowMs: number): RunningSession {
  const isUnpriced = index % 4 === 3;
  const isCodex = index % 3 === 1 && !isUnpriced;
  return {
    source: isCodex ? 'codex' : 'claude-code',
    sessionId: `session-${index}`,
    project: projects[index % projects.length] ?? null,
    branch: index % 2 === 0 ? 'feat/rate-limits' : null,
    models: isCodex ? ['gpt-5.3-codex'] : isUnpriced ? [unpricedModel] : ['claude-opus-4-6', 'claude-haiku-4-5'],
    firstAtMs: nowMs - (index + 1) * 52 * minuteMs,
    lastAtMs: nowMs - (index * 9 + 1) * minuteMs,
    events: 120 - (index % 100),
    usage: toUsage(5_430_000 / (1 + (index % 40))),
    costMicroUsd: isUnpriced ? null : Math.round(7_240_000 / (1 + (index % 40))),
    unpricedModels: isUnpriced ? [unpricedModel] : [],
    isRunning: index < 2,
    contextTokens: index % 4 === 3 ? null : Math.round(141_000 / (1 + (index % 5))),
    minutes: [{ startMs: nowMs - (index * 9 + 2) * minuteMs, tokens: Math.round(182_000 / (1 + index)) }],
    subagents: { parentId: null, named: index === 0 ? 2 : 0, hasUnnamed: false },
  };
}

/** Two agents with their process trees. */
export function createFakeProcesses(nowMs: number): SnapshotSections['processes'] {
  return {
    agents: [
      {
        agent: 'claude-code',
        label: 'Claude Code',
        category: 'cli',
        pid: 4_821,
        startedAtMs: nowMs - 3 * hourMs,
        cwd: '/home/ada/work/harbour-api',
        processes: 7,
        cpuRatio: 1.42,
        rssBytes: 1_240_000_000,
        isPaused: false,
        session: { source: 'claude-code', sessionId: 'session-0', confidence: 'likely', evidence: 'folder' },
      },
      {
        agent: 'codex',
        label: 'Codex',
        category: 'cli',
        pid: 5_112,
        startedAtMs: nowMs - 40 * minuteMs,
        cwd: '/home/ada/work/atlas',
        processes: 3,
        cpuRatio: null,
        rssBytes: 312_000_000,
        isPaused: false,
        session: null,
      },
    ],
    orphans: [],
    own: {
      processes: 4,
      cpuRatio: 0.0012,
      sinceMs: nowMs - hourMs,
      rssBytes: 402_000_000,
      pssBytes: 251_000_000,
      writtenBytes: 1_840_000,
      wakeUpsPerSecond: 14,
    },
  };
}

/** An agent with a tree of just itself. */
export function toFakeTree(agent: AgentProcess): AgentTreeRow {
  const { pid, startedAtMs, cpuRatio, rssBytes, isPaused } = agent;
  const root = { pid, startedAtMs, cpuRatio, rssBytes, isPaused, parentPid: 1, name: agent.agent, ports: null };
  return {
    ...agent,
    parentPid: 1,
    isDetached: false,
    startedBy: null,
    pssBytes: null,
    lastEventAtMs: null,
    isIdle: false,
    members: [{ ...root, kind: 'agent' }],
  };
}

function toUsage(total: number): TokenUsage {
  const part = (share: number): number => Math.round(total * share);
  const rest = part(0.02) + part(0.04) + part(0.012) + part(0.016);
  return {
    inputTokens: part(0.02),
    cacheCreation5mTokens: part(0.04),
    cacheCreation1hTokens: part(0.012),
    cacheReadTokens: Math.round(total) - rest,
    outputTokens: part(0.016),
    reasoningTokens: part(0.004),
  };
}

/** What a Fuelgauge that runs for ten minutes costs. */
export function createFakeOwnCost(nowMs: number): OwnCost {
  return {
    processes: 2,
    cpuRatio: 0.004,
    sinceMs: nowMs - 10 * minuteMs,
    rssBytes: 90_000_000,
    pssBytes: null,
    writtenBytes: 2_000_000,
    wakeUpsPerSecond: 14,
  };
}
