import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import type { Settings, SettingsPatch } from '../../../../shared/settings/schema.ts';

const { quietHours, snoozedUntilMs, waitsForDoNotDisturb, channelsWaitForDoNotDisturb, guard } =
  defaultSettings.alertChoices;

/** When to alert: a part of the choices about alerts. */
export function resetTiming({ alertChoices }: Settings): SettingsPatch {
  // Whether sessions are guarded at all is one of the rules.
  const { isOn, schedule } = alertChoices.guard;
  const keepsBack = { quietHours, snoozedUntilMs, waitsForDoNotDisturb, channelsWaitForDoNotDisturb };
  return { alertChoices: { ...alertChoices, ...keepsBack, guard: { ...guard, isOn, schedule } } };
}

/** Which rules are on: the other part. */
export function resetRules({ alertChoices }: Settings): SettingsPatch {
  const { guard: limits } = alertChoices;
  const { isOn, schedule } = guard;
  return {
    alertChoices: {
      ...defaultSettings.alertChoices,
      quietHours: alertChoices.quietHours,
      snoozedUntilMs: alertChoices.snoozedUntilMs,
      waitsForDoNotDisturb: alertChoices.waitsForDoNotDisturb,
      channelsWaitForDoNotDisturb: alertChoices.channelsWaitForDoNotDisturb,
      guard: { ...limits, isOn, schedule },
    },
  };
}
