import * as v from 'valibot';
import type { AlertIntent, AlertParameters } from '../../domain/alert-intent.ts';
import { dayMs } from '../../domain/instant.ts';
import type { AllowanceChange, PlanChange } from '../../domain/limit-change.ts';
import { toLimitKey } from '../../domain/limit-id.ts';
import type { AlertRule } from '../alert-rule.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { parseRecord } from './parse-record.ts';

/** The moment of a change is estimated again every hour, so moments closer together than this are one change. */
const sameMs = 21 * dayMs;
/** An older change of plan is no news; a changed allowance is only found after weeks. */
const planNewsMs = 7 * dayMs;

/**
 * Alerts once when the provider names another plan, and when a percent of a window now stands for a different amount of
 * usage: not if the plan changed with it, which is announced already, nor if other models were used.
 */
export const allowanceRule: AlertRule<'allowance', Readonly<Record<string, number>>> = {
  parseMemory: (stored) => parseRecord(stored, v.number()),
  evaluate(memory, { limitChanges: { plans, allowances }, nowMs }) {
    const intents: AlertIntent<'allowance'>[] = [];
    const next: Record<string, number> = { ...memory };
    for (const change of [...plans.map(toPlanAlert), ...allowances.filter(isSilent).map(toAllowanceAlert)]) {
      const known = next[change.key];
      const { sinceMs, change: kind } = change.parameters;
      if (known !== undefined && sinceMs <= known + sameMs) continue;
      next[change.key] = sinceMs;
      if (kind === 'allowance' || sinceMs > nowMs - planNewsMs) intents.push(change);
    }
    return { memory: keepUnchanged(memory, next), intents };
  },
};

function isSilent({ isWithPlan, isOtherModels }: AllowanceChange): boolean {
  return !isWithPlan && !isOtherModels;
}

const nothing = { fromPlan: null, toPlan: null, subject: null, ratio: null, pairsBefore: null, pairsAfter: null };

function toPlanAlert({ source, id, from, to, firstSeenMs }: PlanChange): AlertIntent<'allowance'> {
  const key = `plan:${JSON.stringify([source, id.provider, id.account, id.name, to])}`;
  const parameters: AlertParameters['allowance'] = {
    ...{ ...nothing, change: 'plan', fromPlan: from, toPlan: to, sinceMs: firstSeenMs },
  };
  return { kind: 'allowance', key, source, parameters };
}

function toAllowanceAlert(change: AllowanceChange): AlertIntent<'allowance'> {
  const { source, id, label, windowMinutes, ratio, before, after, firstNewMs } = change;
  const subject = { kind: 'limit', windowMinutes, scope: id.scope, label } as const;
  const parameters: AlertParameters['allowance'] = {
    ...{ ...nothing, change: 'allowance', subject, ratio, sinceMs: firstNewMs },
    ...{ pairsBefore: before.pairs, pairsAfter: after.pairs },
  };
  return { kind: 'allowance', key: `allowance:${toLimitKey(id)}`, source, parameters };
}
