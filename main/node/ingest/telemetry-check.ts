import { existsSync } from 'node:fs';
import path from 'node:path';
import { journalFolder } from '../../../shared/sources/lib/telemetry-journal.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';

/**
 * Whether nobody has ever received telemetry on this data folder. The receiver makes its folder before it takes anything,
 * and keeps what was sent of earlier responses apart, so what was read before that needs no such names.
 */
export function createTelemetryCheck({ dataFolder }: Pick<HostEnvironment, 'dataFolder'>): () => boolean {
  if (dataFolder === undefined) return () => true;
  const folder = path.join(dataFolder, journalFolder);
  let isReceived = false;
  // Called for every file: a synchronous check takes microseconds, a trip through the thread pool much longer.
  return () => {
    isReceived ||= existsSync(folder);
    return !isReceived;
  };
}
