import type { AllowanceChange, PlanChange } from '../../shared/domain/limit-change.ts';
import { dayMs } from '../../shared/domain/instant.ts';

const nowMs = Date.parse('2026-05-01T00:00:00Z');
const id = { provider: 'openai', account: null, name: 'codex', scope: '7d' };
const side = { usdPerPercent: 2, tokensPerPercent: 2e6, pairs: 40, percent: 240 };

/** A weekly limit of which a percent has stood for half as much for fifteen days. */
export function makeAllowanceChange(patch: Partial<AllowanceChange> = {}): AllowanceChange {
  return {
    ...{ source: 'codex', id, label: null, windowMinutes: 10_080 },
    ...{ lastOldMs: nowMs - 16 * dayMs, firstNewMs: nowMs - 15 * dayMs },
    ...{ before: side, after: { ...side, usdPerPercent: 1, pairs: 30 }, ratio: 0.5, score: 6 },
    ...{ isWithPlan: false, isOtherModels: false },
    ...patch,
  };
}

/** From plus to pro, seen at the first of May. */
export function makePlanChange(patch: Partial<PlanChange> = {}): PlanChange {
  return {
    ...{ source: 'codex', id, from: 'plus', to: 'pro', lastSeenMs: nowMs - dayMs, firstSeenMs: nowMs },
    ...patch,
  };
}
