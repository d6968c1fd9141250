import type { SettingOverrides } from '../../../shared/settings/overrides.ts';
import type { HostRequest } from './cli-host.ts';

/** The settings that one call's options override. */
export function toSettingOverrides({ timeZone, costMode, plan, dayStartHour }: HostRequest): SettingOverrides {
  return {
    ...(timeZone !== null && { timeZone }),
    ...(costMode !== null && { costMode }),
    ...(dayStartHour !== null && { calendar: { dayStartHour } }),
    ...plan,
  };
}
