import type { AlertInput, AlertRule } from '../../shared/alerts/alert-rule.ts';
import type { AlertIntent, AlertKind } from '../../shared/domain/alert-intent.ts';
import { makeAlertInput } from './make-alert-input.ts';

/** Shows facts to a rule, one after another, and returns what it raises at each. `restart` stores and reads its memory. */
export function playRule<Kind extends AlertKind, Memory>(rule: AlertRule<Kind, Memory>) {
  let memory = rule.parseMemory(undefined);
  return {
    see(patch: Partial<AlertInput>): readonly AlertIntent<Kind>[] {
      const outcome = rule.evaluate(memory, makeAlertInput(patch));
      memory = outcome.memory;
      return outcome.intents;
    },
    restart() {
      memory = rule.parseMemory(JSON.parse(JSON.stringify(memory)));
    },
  };
}
