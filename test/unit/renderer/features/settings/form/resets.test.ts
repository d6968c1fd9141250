import { describe, expect, it } from 'vitest';
import {
  resetAll,
  resetRules,
  resetTiming,
  toReset,
} from '../../../../../../renderer/features/settings/form/resets.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';

const choices = defaultSettings.alertChoices;
const changed = {
  ...defaultSettings,
  theme: 'dark' as const,
  alertChoices: {
    ...choices,
    quietHours: { fromMinute: 1_320, toMinute: 420 },
    waitsForDoNotDisturb: false,
    channelsWaitForDoNotDisturb: true,
    guard: { ...choices.guard, isOn: true, hardUsd: 20 },
    restored: { ...choices.restored, isOn: true },
  },
};

describe('toReset', () => {
  it('has only what differs', () => {
    expect(toReset(changed, resetAll('theme', 'density'))).toEqual({ theme: 'system' });
    expect(toReset(defaultSettings, resetAll('theme', 'density'))).toBeNull();
  });
});

describe('the two sections that share the choices about alerts', () => {
  it('each leave the other as it is, and together reset all', () => {
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
});
