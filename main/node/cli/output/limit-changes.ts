import type {
  AllowanceChange,
  AllowanceSide,
  LimitChanges,
  PlanChange,
} from '../../../../shared/domain/limit-change.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import { isSameLimit, type LimitId } from '../../../../shared/domain/limit-id.ts';
import type { LimitOutlook } from '../../../../shared/domain/limit-window.ts';
import type { CsvColumn } from './csv.ts';

/** Recent changes of plans and allowances, with their evidence: an allowance is learned from the person's own usage. */
export function toLimitChangesJson({ plans, allowances }: LimitChanges) {
  return {
    plans: plans.map(({ source, id, from, to, lastSeenMs, firstSeenMs }) => ({
      ...{ source, ...toIdJson(id), from, to, kind: 'official' as const },
      ...{ oldLastSeenAt: toIso(lastSeenMs), newFirstSeenAt: toIso(firstSeenMs) },
    })),
    allowances: allowances.map((change) => ({
      ...{
        source: change.source,
        ...toIdJson(change.id),
        limitName: change.label,
        windowMinutes: change.windowMinutes,
      },
      ...{ ratio: change.ratio, score: change.score, kind: 'estimated' as const },
      ...{ oldUntil: toIso(change.lastOldMs), newFrom: toIso(change.firstNewMs) },
      ...{ before: toSideJson(change.before), after: toSideJson(change.after) },
      ...{ isWithPlan: change.isWithPlan, isOtherModels: change.isOtherModels },
    })),
  };
}

/** The same beside the window that it concerns; empty where nothing has changed. */
export function toChangeColumns({ plans, allowances }: LimitChanges): readonly CsvColumn<LimitOutlook>[] {
  const planOf = (window: LimitOutlook): PlanChange | undefined =>
    plans.find(({ source, id }) => source === window.source && isSamePlan(id, window.id));
  const allowanceOf = (window: LimitOutlook): AllowanceChange | undefined =>
    allowances.find(({ id }) => isSameLimit(id, window.id));
  return [
    { name: 'planBefore', value: (window) => planOf(window)?.from ?? null },
    { name: 'planChangedAt', value: (window) => toIso(planOf(window)?.firstSeenMs ?? null) },
    { name: 'allowanceRatio', value: (window) => allowanceOf(window)?.ratio ?? null },
    { name: 'allowanceChangedAt', value: (window) => toIso(allowanceOf(window)?.firstNewMs ?? null) },
    { name: 'usdPerPercentBefore', value: (window) => allowanceOf(window)?.before.usdPerPercent ?? null },
    { name: 'usdPerPercentAfter', value: (window) => allowanceOf(window)?.after.usdPerPercent ?? null },
  ];
}

/** A plan belongs to an account and limit, with all its windows. */
function isSamePlan(left: LimitId, right: LimitId): boolean {
  return left.provider === right.provider && left.account === right.account && left.name === right.name;
}

function toIdJson({ provider, account, name, scope }: LimitId) {
  return { provider, account, limitId: name, scope };
}

function toSideJson({ usdPerPercent, tokensPerPercent, pairs, percent }: AllowanceSide) {
  return { usdPerPercent, tokensPerPercent, pairs, percent };
}
