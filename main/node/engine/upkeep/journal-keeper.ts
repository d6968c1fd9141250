import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { dayMs, minuteMs } from '../../../../shared/domain/instant.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { KnownFiles } from '../../../../shared/ports/cursor-store.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import { journalFolder } from '../../../../shared/sources/lib/telemetry-journal.ts';
import type { DetailRetention } from '../../../../shared/settings/schema.ts';
import { addRetired, listJournals, type JournalPlace } from '../../received/journal-sums.ts';
import { createRepeater, type Repeater } from '../repeater.ts';

/** Agents resend what did not arrive for minutes, perhaps days. Later, a journal only serves comparison. */
const keptDays = 90;
/** A journal that was written to this recently stays, however old its day is. */
const restMs = 7 * dayMs;
const firstMs = 5 * minuteMs;
const gone = '.gone';

/** What the keeper needs. */
export interface JournalKeeperOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How far the ledger has read each file. */
  readonly knownFiles: () => KnownFiles;
  /** How long individual requests are kept: journals are kept no longer. */
  readonly retention: () => DetailRetention;
  /** This process writes the ledger and is not busy with it. */
  readonly isIdle: () => boolean;
}

/**
 * Builds what deletes journals of telemetry once a day: those of days long past, which the ledger has read to their end,
 * so that it has what they hold (.github/adr/0031). Their sums stay, for the counters.
 */
export function createJournalKeeper(options: JournalKeeperOptions): Repeater {
  let nextMs = firstMs;
  const run = async (): Promise<void> => {
    if (!options.isIdle()) return;
    await retireJournals(options);
    nextMs = dayMs;
  };
  return createRepeater(
    () => nextMs,
    run,
    (error) => options.logger.warn(`old telemetry could not be deleted: ${String(error)}`),
  );
}

/** Deletes what may go now. Rejects when the system does not allow it; then nothing is lost. */
export async function retireJournals(
  options: Pick<JournalKeeperOptions, 'dataFolder' | 'clock' | 'knownFiles' | 'retention'>,
): Promise<void> {
  const folder = path.join(options.dataFolder, journalFolder);
  const journals = (await listJournals(folder)).map((place) => ({
    ...place,
    file: path.join(folder, place.source, place.name),
  }));
  await finishInterrupted(folder);
  const setting = options.retention();
  const days = setting === 'forever' ? keptDays : Math.min(setting, keptDays);
  // A clock that runs ahead must not make everything look old.
  const newestMs = Math.max(0, ...journals.map(({ name }) => toDayMs(name))) + dayMs;
  const nowMs = Math.min(options.clock.nowMs(), newestMs);
  const known = options.knownFiles();
  for (const journal of journals) {
    if (toDayMs(journal.name) + (days + 1) * dayMs >= nowMs) continue;
    const found = await stat(journal.file);
    const isRead = found.isFile() && known.get(journal.file)?.bytesRead === found.size;
    if (isRead && found.mtimeMs + restMs < options.clock.nowMs()) await retire(folder, journal, found.size);
  }
}

/** A process that still appends creates a new file; what was added at this very moment stays, too. */
async function retire(folder: string, journal: JournalPlace, size: number): Promise<void> {
  const aside = journal.file + gone;
  await rename(journal.file, aside);
  if ((await stat(aside)).size !== size) {
    await rename(aside, journal.file);
    return;
  }
  await addRetired(folder, { ...journal, file: aside }, size);
  await rm(aside);
}

/** Recovers from a process that was killed between the two steps. */
async function finishInterrupted(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    if (!entry.isDirectory()) continue;
    for (const name of await readdir(path.join(folder, entry.name))) {
      if (!name.endsWith(gone)) continue;
      const file = path.join(folder, entry.name, name);
      const { size } = await stat(file);
      await addRetired(folder, { source: entry.name, name: name.slice(0, -gone.length), file }, size);
      await rm(file);
    }
  }
}

/** When the day of a journal begins. */
function toDayMs(name: string): number {
  return Date.parse(`${name.slice(0, 10)}T00:00:00Z`);
}
