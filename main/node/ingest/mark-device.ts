import type { LogRecord } from '../../../shared/domain/log-record.ts';
import type { Profile } from '../../../shared/domain/profile-fields.ts';

/** Says in a record which machine it comes from. */
export type DeviceMarker = <Kind extends LogRecord>(record: Kind) => Kind;

/**
 * Builds it for the records of one file. Only the file's place tells the machine, so the sources know nothing of it. A
 * null device leaves everything as it is.
 */
export function createDeviceMarker(device: string | null): DeviceMarker {
  if (device === null) return (record) => record;
  // The events of a session share their profile object, and keep sharing it: see ADR 12.
  let latest: { readonly of: Profile; readonly marked: Profile } | null = null;
  return (record) => {
    if (record.kind !== 'event') return record;
    const { profile } = record.event;
    if (latest?.of !== profile) latest = { of: profile, marked: { ...profile, device } };
    return { ...record, event: { ...record.event, profile: latest.marked } };
  };
}
