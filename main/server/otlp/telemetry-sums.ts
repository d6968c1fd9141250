import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { addUsage, emptyUsage, tokenClasses, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import { toRecord } from '../../../shared/sources/lib/json-record.ts';
import { isJournal } from '../../../shared/sources/lib/telemetry-journal.ts';
import { toCounts } from '../../../shared/sources/lib/token-count.ts';
import type { TelemetryUse } from '../../../shared/sources/telemetry.ts';
import { replaceFile } from '../../node/replace-file.ts';
import { readJournal, readJournalSize } from '../../node/journal-file.ts';

/** What was reported for one model of one source. */
export interface TelemetrySum {
  readonly source: string;
  readonly model: string;
  readonly responses: number;
  readonly usage: TokenUsage;
}

/** Sums by source and model. */
export interface TelemetrySums {
  add(source: string, use: Pick<TelemetryUse, 'model' | 'usage'>, responses?: number): void;
  list(): readonly TelemetrySum[];
}

/** The sums of a journal of this size. */
interface StoredSums {
  readonly bytes: number;
  readonly sums: readonly TelemetrySum[];
}

/** Starts with nothing. */
export function createTelemetrySums(): TelemetrySums {
  const sums = new Map<string, TelemetrySum>();
  return {
    add(source, { model, usage }, responses = 1) {
      const key = JSON.stringify([source, model]);
      const sum = sums.get(key) ?? { source, model, responses: 0, usage: emptyUsage };
      sums.set(key, { ...sum, responses: sum.responses + responses, usage: addUsage(sum.usage, usage) });
    },
    list: () => [...sums.values()],
  };
}

/**
 * The sums of all journals below a folder. A journal that has not grown since is not read again: its sums are in
 * `sums.json`, which is made again from the journals wherever it does not fit them.
 */
export async function readTelemetrySums(folder: string): Promise<TelemetrySums> {
  const total = createTelemetrySums();
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
    // Only a saving of time: without it, the journals are read again.
    await replaceFile(path.join(folder, 'sums.json'), JSON.stringify({ schema: 1, journals: current })).catch(
      () => undefined,
    );
  }
  return total;
}

async function sumJournal(source: string, file: string): Promise<readonly TelemetrySum[]> {
  const sums = createTelemetrySums();
  const known = new Set<string>();
  for await (const use of readJournal(file)) {
    if (known.has(use.id)) continue;
    known.add(use.id);
    sums.add(source, use);
  }
  return sums.list();
}

async function listJournals(folder: string): Promise<readonly { readonly source: string; readonly name: string }[]> {
  const sources = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    sources
      .filter((entry) => entry.isDirectory())
      .map(async ({ name: source }) =>
        (await readdir(path.join(folder, source)).catch(() => []))
          .filter(isJournal)
          .sort()
          .map((name) => ({ source, name })),
      ),
  );
  return found.flat();
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
  return record['sums'].every((each: unknown) => {
    const sum = toRecord(each);
    const usage = toRecord(sum?.['usage']);
    const isNamed = typeof sum?.['source'] === 'string' && typeof sum['model'] === 'string';
    return (
      isNamed && Number.isSafeInteger(sum['responses']) && usage !== null && toCounts(usage, tokenClasses) !== null
    );
  });
}
