import path from 'node:path';
import { groupBy } from '../../../shared/lib/group-by.ts';
import { journalFolder, toJournalLine, toJournalName } from '../../../shared/sources/lib/telemetry-journal.ts';
import { appendToJournal, readJournal } from '../../node/received/journal-file.ts';
import type { TelemetrySum } from '../../node/received/journal-sums.ts';
import { openReceivedSince } from '../../node/received/received-since.ts';
import type { SourcedUse } from './read-uses.ts';
import { readTelemetrySums } from './telemetry-sums.ts';

/** What agents have reported, kept in journals of a day and a source: numbers and ids only. */
export interface TelemetryStore {
  /** Keeps what is new; resolves when it is on the disk, and rejects when it is not. */
  add(uses: readonly SourcedUse[]): Promise<void>;
  /** By source and model. */
  sums(): readonly TelemetrySum[];
}

/** How many journals' ids are kept in memory: today's, and those of late arrivals. */
const maxRemembered = 16;

/**
 * Opens the store. A response's own time decides its journal, so a request that is sent again finds its responses
 * there, also after a restart or a year, and adds nothing. The process that writes the ledger reads the journals like
 * logs: nothing is lost when that happens later.
 */
export async function openTelemetryStore(dataFolder: string, nowMs: number): Promise<TelemetryStore> {
  const folder = path.join(dataFolder, journalFolder);
  // In a read-only folder the server still answers; whoever sends telemetry gets an error.
  let sinceMs = await openReceivedSince(folder, nowMs).catch(() => null);
  const sums = await readTelemetrySums(folder);
  const known = createKnownIds();
  let last: Promise<unknown> = Promise.resolve();
  const append = async (uses: readonly SourcedUse[]): Promise<void> => {
    if (uses.length === 0) return;
    const firstMs = (sinceMs ??= await openReceivedSince(folder, nowMs));
    const byFile = groupBy(uses, ({ source, use }) => path.join(folder, source, toJournalName(use.atMs)));
    for (const [file, each] of byFile) {
      const ids = await known.of(file);
      const fresh = new Map(each.map((one) => [one.use.id, one] as const));
      for (const id of fresh.keys()) if (ids.has(id)) fresh.delete(id);
      if (fresh.size === 0) continue;
      try {
        await appendToJournal(
          file,
          [...fresh.values()].map(({ use }) => toJournalLine(use, use.atMs < firstMs)),
        );
      } catch (error) {
        known.forget(file);
        throw error;
      }
      for (const [id, { source, use }] of fresh) {
        ids.add(id);
        sums.add(source, use);
      }
    }
  };
  return {
    add(uses) {
      const added = last.then(() => append(uses));
      last = added.catch(() => undefined);
      return added;
    },
    sums: sums.list,
  };
}

/** The ids in journals; those of the most recently used journals stay in memory. */
function createKnownIds() {
  const remembered = new Map<string, Set<string>>();
  return {
    async of(file: string): Promise<Set<string>> {
      let ids = remembered.get(file);
      if (ids === undefined) {
        ids = new Set();
        for await (const { id } of readJournal(file)) ids.add(id);
      }
      remembered.delete(file);
      remembered.set(file, ids);
      for (const oldest of remembered.keys()) if (remembered.size > maxRemembered) remembered.delete(oldest);
      return ids;
    },
    forget: (file: string): void => void remembered.delete(file),
  };
}
