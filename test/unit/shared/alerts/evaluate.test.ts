import { describe, expect, it } from 'vitest';
import { defaultAlertChoices } from '../../../../shared/alerts/alert-choices.ts';
import { parseAlertState } from '../../../../shared/alerts/alert-state.ts';
import { evaluateAlerts } from '../../../../shared/alerts/evaluate.ts';
import { makeAlertInput } from '../../../support/make-alert-input.ts';

describe('a rule that is off', () => {
  it('keeps watching, so that turning it on announces nothing old', () => {
    const expiring = { sourceLabel: 'Claude Code', logs: 3, deletesAtMs: 1 };
    const off = { ...defaultAlertChoices, 'expiring-logs': { isOn: false, schedule: null } };
    const first = evaluateAlerts(parseAlertState(null), makeAlertInput({ expiring, choices: off }));
    const second = evaluateAlerts(first.state, makeAlertInput({ expiring }));
    expect([first.intents, second.intents]).toEqual([[], []]);
    expect(evaluateAlerts(parseAlertState(null), makeAlertInput({ expiring })).intents).toHaveLength(1);
  });
});
