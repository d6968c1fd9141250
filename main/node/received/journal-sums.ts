import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { addUsage, emptyUsage, tokenClasses, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import { toRecord } from '../../../shared/lib/json-record.ts';
import { isJournal } from '../../../shared/sources/lib/telemetry-journal.ts';
import { toCounts } from '../../../shared/sources/lib/token-count.ts';
import type { TelemetryUse } from '../../../shared/sources/telemetry.ts';
import { readJournal } from './journal-file.ts';
import { replaceFile } from '../system/replace-file.ts';

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

/** Builds empty sums. */
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

/** The sums of one journal; a response that is in it twice counts once. */
export async function sumJournal(source: string, file: string): Promise<readonly TelemetrySum[]> {
  const sums = createTelemetrySums();
  const known = new Set<string>();
  for await (const use of readJournal(file)) {
    if (known.has(use.id)) continue;
    known.add(use.id);
    sums.add(source, use);
  }
  return sums.list();
}

/** The journals below a folder, the oldest of a source first. */
export async function listJournals(
  folder: string,
): Promise<readonly { readonly source: string; readonly name: string }[]> {
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

/** Whether a value is a sum. */
export function isTelemetrySum(each: unknown): each is TelemetrySum {
  const sum = toRecord(each);
  const usage = toRecord(sum?.['usage']);
  const isNamed = typeof sum?.['source'] === 'string' && typeof sum['model'] === 'string';
  return isNamed && Number.isSafeInteger(sum['responses']) && usage !== null && toCounts(usage, tokenClasses) !== null;
}

/** What is left of journals that were deleted: their sums, and the last of them by source, such as `2026-05-01.telemetry`. */
export interface RetiredJournals {
  readonly sums: readonly TelemetrySum[];
  readonly last: Readonly<Record<string, string>>;
  /** The journals that were added last, so that none is added twice when a process is killed in between. */
  readonly recent: readonly string[];
}

const maxRecent = 100;

/** Reads the file; empty when there is none. */
export async function readRetired(folder: string): Promise<RetiredJournals> {
  try {
    const { sums, last, recent } = toRecord(JSON.parse(await readFile(toRetiredFile(folder), 'utf8'))) ?? {};
    return {
      sums: Array.isArray(sums) ? sums.filter(isTelemetrySum) : [],
      last: Object.fromEntries(Object.entries(toRecord(last) ?? {}).filter(isText)),
      recent: Array.isArray(recent) ? recent.filter((each) => typeof each === 'string') : [],
    };
  } catch {
    return { sums: [], last: {}, recent: [] };
  }
}

/** Adds a journal that is about to be deleted; `size` distinguishes it from a later one of the same day. */
export async function addRetired(folder: string, journal: JournalPlace, size: number): Promise<void> {
  const { source, name, file } = journal;
  const before = await readRetired(folder);
  const key = `${source}/${name} ${size}`;
  if (before.recent.includes(key)) return;
  const total = createTelemetrySums();
  for (const sum of [...before.sums, ...(await sumJournal(source, file))]) total.add(sum.source, sum, sum.responses);
  const last = { ...before.last, [source]: [before.last[source] ?? '', name].sort().at(-1)! };
  const retired: RetiredJournals = { sums: total.list(), last, recent: [...before.recent, key].slice(-maxRecent) };
  await replaceFile(toRetiredFile(folder), JSON.stringify({ schema: 1, ...retired }));
}

/** A journal of a source, and where it is. */
export interface JournalPlace {
  readonly source: string;
  readonly name: string;
  readonly file: string;
}

function toRetiredFile(folder: string): string {
  return path.join(folder, 'retired.json');
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}
