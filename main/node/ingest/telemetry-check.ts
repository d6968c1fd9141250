import { stat } from 'node:fs/promises';
import path from 'node:path';
import { journalFolder } from '../../../shared/sources/lib/telemetry-journal.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';

/**
 * Whether nobody has ever received telemetry on this data folder. The receiver makes its folder before it takes anything,
 * and keeps what was sent of earlier responses apart, so what was read before that needs no such names.
 */
export function createTelemetryCheck({ dataFolder }: Pick<HostEnvironment, 'dataFolder'>): () => Promise<boolean> {
  if (dataFolder === undefined) return () => Promise.resolve(true);
  let isReceived = false;
  return async () => {
    isReceived ||= (await stat(path.join(dataFolder, journalFolder)).catch(() => null)) !== null;
    return !isReceived;
  };
}
