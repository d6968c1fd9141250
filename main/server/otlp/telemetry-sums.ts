import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toRecord } from '../../../shared/lib/json-record.ts';
import {
  createTelemetrySums,
  isTelemetrySum,
  listJournals,
  readRetired,
  sumJournal,
  type TelemetrySum,
  type TelemetrySums,
} from '../../node/received/journal-sums.ts';
import { readJournalSize } from '../../node/received/journal-file.ts';
import { replaceFile } from '../../node/system/replace-file.ts';

/** The sums of a journal of this size. */
interface StoredSums {
  readonly bytes: number;
  readonly sums: readonly TelemetrySum[];
}

/**
 * The sums of all journals below a folder. A journal that has not grown since is not read again: its sums are in
 * `sums.json`, which is rebuilt wherever it does not match the journals.
 */
export async function readTelemetrySums(folder: string): Promise<TelemetrySums> {
  const total = createTelemetrySums();
  // Includes deleted journals: counters never decrease.
  for (const sum of (await readRetired(folder)).sums) total.add(sum.source, sum, sum.responses);
  const stored = await readStored(path.join(folder, 'sums.json'));
  const current: Record<string, StoredSums> = {};
  for (const { source, name } of await listJournals(folder)) {
    const file = path.join(folder, source, name);
    const bytes = (await readJournalSize(file)) ?? 0;
    const key = `${source}/${name}`;
    const known = stored[key];
    const each = known?.bytes === bytes ? known : { bytes, sums: await sumJournal(source, file) };
    current[key] = each;
    for (const sum of each.sums) total.add(source, sum, sum.responses);
  }
  if (Object.keys(current).length > 0) {
    // Only a cache: without it, the journals are read again.
    await replaceFile(path.join(folder, 'sums.json'), JSON.stringify({ schema: 1, journals: current })).catch(
      () => undefined,
    );
  }
  return total;
}

async function readStored(file: string): Promise<Readonly<Record<string, StoredSums>>> {
  try {
    const { journals } = JSON.parse(await readFile(file, 'utf8')) as { journals?: unknown };
    return Object.fromEntries(
      Object.entries(toRecord(journals) ?? {}).filter((entry): entry is [string, StoredSums] => isStored(entry[1])),
    );
  } catch {
    return {};
  }
}

function isStored(value: unknown): boolean {
  const record = toRecord(value);
  if (typeof record?.['bytes'] !== 'number' || !Array.isArray(record['sums'])) return false;
  return record['sums'].every(isTelemetrySum);
}
