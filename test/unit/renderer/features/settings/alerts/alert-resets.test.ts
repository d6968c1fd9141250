import { expect, it } from 'vitest';
import { resetRules, resetTiming } from '../../../../../../renderer/features/settings/alerts/alert-resets.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';

const choices = defaultSettings.alertChoices;
const changed = {
  ...defaultSettings,
  alertChoices: {
    ...choices,
    quietHours: { fromMinute: 1_320, toMinute: 420 },
    waitsForDoNotDisturb: false,
    channelsWaitForDoNotDisturb: true,
    guard: { ...choices.guard, isOn: true, hardUsd: 20 },
    restored: { ...choices.restored, isOn: true },
  },
};

it('the two sections that share the alert choices do not change each other, and together reset everything', () => {
  const { alertChoices } = resetTiming(changed);
  expect(alertChoices).toEqual({
    ...choices,
    guard: { ...choices.guard, isOn: true },
    restored: changed.alertChoices.restored,
  });
  expect(resetRules({ ...changed, alertChoices: alertChoices! }).alertChoices).toEqual(choices);
  expect(resetRules(changed).alertChoices).toEqual({
    ...choices,
    quietHours: changed.alertChoices.quietHours,
    waitsForDoNotDisturb: false,
    channelsWaitForDoNotDisturb: true,
    guard: { ...changed.alertChoices.guard, isOn: false },
  });
});
