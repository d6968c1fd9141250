import { noAlertFacts } from '../../shared/alerts/no-facts.ts';
import { defaultAlertChoices } from '../../shared/alerts/alert-choices.ts';
import type { AlertInput } from '../../shared/alerts/alert-rule.ts';

/** Facts with nothing in them, at noon on a Friday, except for what the test sets. */
export function makeAlertInput(patch: Partial<AlertInput> = {}): AlertInput {
  return {
    ...noAlertFacts,
    thresholdsPercent: [75, 90],
    choices: defaultAlertChoices,
    local: { weekday: 5, minute: 720 },
    dayStartHour: 0,
    nowMs: Date.parse('2026-05-01T12:00:00Z'),
    ...patch,
  };
}
