import { noStatus, type AgentStatus } from '../../shared/domain/agent-status.ts';
import { statuslineWords } from '../../shared/messages/en/statusline.ts';
import { statuslineFactsSchema, type FactWindow, type StatuslineFacts } from '../../shared/statusline/facts.ts';
import type { Scene } from '../../shared/statusline/scene.ts';

export const nowMs = Date.UTC(2026, 5, 1, 12);
const hourMs = 3_600_000;

/** An agent that tells nothing, except what is given. */
export function makeStatus(given: Partial<AgentStatus> = {}): AgentStatus {
  return { ...noStatus, sessionId: 's-1', ...given };
}

/** A weekly window of one model at half. */
export function makeFactWindow(given: Partial<FactWindow> = {}): FactWindow {
  return {
    source: 'claude-code',
    scope: '7d',
    label: 'Opus',
    windowMinutes: 10_080,
    usedPercent: 50,
    resetsAtMs: nowMs + 84 * hourMs,
    trustedUntilMs: nowMs + hourMs,
    runsOutAtMs: null,
    ...given,
  };
}

/** Facts of a day with $12.50, written just now. */
export function makeFacts(given: Partial<StatuslineFacts> = {}): StatuslineFacts {
  return {
    schema: statuslineFactsSchema,
    writtenAtMs: nowMs,
    currency: { code: 'USD', perUsd: 1 },
    thresholdsPercent: [80, 95],
    today: { endsAtMs: nowMs + 12 * hourMs, costMicroUsd: 12_500_000, tokens: 1_000_000 },
    blocks: [{ source: 'claude-code', endMs: nowMs + 2 * hourMs, costMicroUsd: 4_250_000, tokens: 400_000 }],
    burn: { tokensPerMinute: 3_000, costMicroUsdPerHour: 6_000_000 },
    windows: [],
    binding: null,
    sessions: [{ source: 'claude-code', sessionId: 's-1', costMicroUsd: 2_000_000 }],
    agents: 1,
    ...given,
  };
}

/** A scene with an agent that tells nothing. */
export function makeScene(given: Partial<Scene> = {}): Scene {
  return {
    source: 'claude-code',
    status: makeStatus(),
    facts: null,
    git: null,
    memory: null,
    servers: null,
    outputs: new Map(),
    options: { costSource: 'auto', burnMark: 'off', budgetUsd: null, contextPercents: [50, 80] },
    words: statuslineWords,
    nowMs,
    toClock: (atMs) => new Date(atMs).toISOString().slice(11, 16),
    ...given,
  };
}
