import { existsSync } from 'node:fs';
import path from 'node:path';
import { journalFolder } from '../../../shared/sources/lib/telemetry-journal.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';

/**
 * Whether telemetry has never been received in this data folder. The receiver creates its folder before it accepts
 * anything, and keeps reports of earlier responses apart, so what was read before that needs no such names.
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
