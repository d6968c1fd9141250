import type { LogRecord } from '../../../shared/domain/log-record.ts';
import { omitTelemetryNames } from '../../../shared/sources/lib/telemetry-names.ts';
import type { Profile } from '../../../shared/domain/profile-fields.ts';
import type { FileToRead } from './file-reading.ts';

/** Adds to a record the machine that it comes from. */
export type DeviceMarker = <Kind extends LogRecord>(record: Kind) => Kind;

/**
 * Builds it for the records of one file. Only the file's location reveals the machine, so sources cannot set it. A
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

/** Builds what every record of a file goes through: the device, and without telemetry no names for it. */
export function createRecordMarker({
  device,
  omitsTelemetryNames = false,
}: Pick<FileToRead, 'device' | 'omitsTelemetryNames'>): DeviceMarker {
  const mark = createDeviceMarker(device);
  if (!omitsTelemetryNames) return mark;
  return (record) =>
    record.kind === 'event' ? mark({ ...record, event: omitTelemetryNames(record.event) }) : mark(record);
}
