import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { groupBy } from '../../../shared/lib/group-by.ts';
import { parseJsonRecord, type JsonRecord } from '../../../shared/lib/json-record.ts';
import { parseProxyUse, proxyFolder, toBudgetLine, toProxyLine } from '../../../shared/sources/lib/proxy-journal.ts';
import { journalFolder, toJournalName } from '../../../shared/sources/lib/telemetry-journal.ts';
import type { ProxyBudget, ProxyReading, ProxyUse } from '../../../shared/sources/usage-proxy.ts';
import { appendToJournal, readJournalSize } from '../../node/received/journal-file.ts';
import { openReceivedSince } from '../../node/received/received-since.ts';

/** How many uses and budgets were new. */
export interface ProxyAdded {
  readonly uses: number;
  readonly budgets: number;
}

/** What proxies have reported, kept in files of a day: numbers, ids and names. */
export interface ProxyStore {
  /** Keeps what is new; resolves when it is on the disk, and rejects when it is not. `isCounted`: see `KeptUse`. */
  add(source: string, reading: ProxyReading, isCounted: boolean): Promise<ProxyAdded>;
}

/**
 * Builds the store. A use's own time decides its file, so what is reported again adds nothing. The process that writes
 * the ledger reads the files like logs.
 */
export function createProxyStore(dataFolder: string, nowMs: () => number): ProxyStore {
  let last: Promise<unknown> = Promise.resolve();
  const add: ProxyStore['add'] = async (source, { uses, budgets }, isCounted) => {
    const folder = path.join(dataFolder, proxyFolder, source);
    const sinceMs = uses.some(isNamed) ? await openReceivedSince(path.join(dataFolder, journalFolder), nowMs()) : 0;
    return {
      uses: await addUses(folder, uses, { isCounted, sinceMs }),
      budgets: await addBudgets(path.join(folder, 'budgets.proxy'), budgets, nowMs()),
    };
  };
  return {
    add(source, reading, isCounted) {
      const added = last.then(() => add(source, reading, isCounted));
      last = added.catch(() => undefined);
      return added;
    },
  };
}

function isNamed({ providerRequestId }: ProxyUse): boolean {
  return providerRequestId !== null;
}

async function addUses(
  folder: string,
  uses: readonly ProxyUse[],
  { isCounted, sinceMs }: { readonly isCounted: boolean; readonly sinceMs: number },
): Promise<number> {
  let count = 0;
  const toName = (atMs: number): string => toJournalName(atMs).replace(/\w+$/, 'proxy');
  for (const [file, each] of groupBy(uses, ({ atMs }) => path.join(folder, toName(atMs)))) {
    const fresh = new Map(each.map((use) => [use.id, use] as const));
    for await (const record of readRecords(file)) {
      const known = parseProxyUse(record);
      if (known !== null) fresh.delete(known.id);
    }
    if (fresh.size === 0) continue;
    const lines = [...fresh.values()].map((use) => {
      const isEarly = isNamed(use) && use.atMs < sinceMs;
      return toProxyLine({ ...use, ...(isCounted && { isCounted: true }), ...(isEarly && { isEarly: true }) });
    });
    await appendToJournal(file, lines);
    count += fresh.size;
  }
  return count;
}

/** A budget that says what it said last time adds nothing. */
async function addBudgets(file: string, budgets: readonly ProxyBudget[], atMs: number): Promise<number> {
  if (budgets.length === 0) return 0;
  const latest = new Map<string, string>();
  for await (const { schema: _schema, atMs: _atMs, ...budget } of readRecords(file)) {
    latest.set(toKey(budget), JSON.stringify(budget));
  }
  const fresh = budgets.filter((budget) => latest.get(toKey({ ...budget })) !== JSON.stringify(budget));
  if (fresh.length > 0)
    await appendToJournal(
      file,
      fresh.map((budget) => toBudgetLine(budget, atMs)),
    );
  return fresh.length;
}

function toKey(budget: JsonRecord): string {
  return JSON.stringify([budget['subject'], budget['name']]);
}

/** The objects in a file, one at a time; damaged lines are skipped. */
async function* readRecords(file: string): AsyncGenerator<JsonRecord> {
  if ((await readJournalSize(file)) === null) return;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    const record = parseJsonRecord(line);
    if (record.ok) yield record.value;
  }
}
