import type { LogRecord, SkipReason } from '../../domain/log-record.ts';

/** A record that yields nothing to count, and why. */
export function skip(reason: SkipReason): LogRecord {
  return { kind: 'skip', reason };
}
