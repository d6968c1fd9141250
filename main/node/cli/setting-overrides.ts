import type { Settings } from '../../../shared/settings/schema.ts';
import type { HostRequest } from './cli-host.ts';

/** The settings that the options of one call stand above. */
export function toSettingOverrides({ timeZone, costMode, plan }: HostRequest): Partial<Settings> {
  return { ...(timeZone !== null && { timeZone }), ...(costMode !== null && { costMode }), ...plan };
}
