import type { SettingOverrides } from '../../../shared/settings/overrides.ts';
import type { HostRequest } from './cli-host.ts';

/** The settings that the options of one call stand above. */
export function toSettingOverrides({ timeZone, costMode, plan, dayStartHour }: HostRequest): SettingOverrides {
  return {
    ...(timeZone !== null && { timeZone }),
    ...(costMode !== null && { costMode }),
    ...(dayStartHour !== null && { calendar: { dayStartHour } }),
    ...plan,
  };
}
