import type * as v from 'valibot';
import type { ValueRule } from '../domain/call-failure.ts';

const rules: Readonly<Record<ValueRule, true>> = {
  day: true,
  'day-order': true,
  'time-zone': true,
  'currency-code': true,
  'dollar-rate': true,
  'same-id': true,
};

/**
 * Returns the rule that an issue is about: schemas give its name in place of a message, and `shared/messages` has the
 * words. Null where the schema's library says what was expected.
 */
export function ruleOf({ message }: v.BaseIssue<unknown>): ValueRule | null {
  return Object.hasOwn(rules, message) ? (message as ValueRule) : null;
}
