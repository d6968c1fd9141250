import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { toRecord } from '../../../shared/lib/json-record.ts';
import { replaceFile } from '../system/replace-file.ts';

/**
 * When telemetry was first received into a folder, which is created if missing; UTC milliseconds. Logs that were
 * read before have no names that telemetry could be joined by (main/node/ingest/telemetry-check.ts), so earlier
 * responses are kept, but not counted. 0 where this is no longer known. Rejects when the system cannot write.
 */
export async function openReceivedSince(folder: string, nowMs: number): Promise<number> {
  const file = path.join(folder, 'since.json');
  const known = await readSince(file);
  if (known !== null) return known;
  await mkdir(folder, { recursive: true });
  const hasJournals = (await readdir(folder, { withFileTypes: true })).some((entry) => entry.isDirectory());
  const sinceMs = hasJournals ? 0 : nowMs;
  await replaceFile(file, JSON.stringify({ schema: 1, sinceMs }));
  return sinceMs;
}

async function readSince(file: string): Promise<number | null> {
  try {
    const sinceMs = toRecord(JSON.parse(await readFile(file, 'utf8')))?.['sinceMs'];
    return typeof sinceMs === 'number' && Number.isFinite(sinceMs) ? sinceMs : null;
  } catch {
    return null;
  }
}
