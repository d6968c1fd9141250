import type { EventKey, ModelId } from '../../../../shared/domain/ids.ts';
import { minuteMs, secondMs } from '../../../../shared/domain/instant.ts';
import type { LogRecord } from '../../../../shared/domain/log-record.ts';
import { mergeUsage, type TokenUsage } from '../../../../shared/domain/token-usage.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { FileCursor } from '../../../../shared/ports/cursor-store.ts';
import { isJournal } from '../../../../shared/sources/lib/telemetry-journal.ts';
import { toTelemetryName } from '../../../../shared/sources/lib/telemetry-names.ts';
import { sources } from '../../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import { noGuests, withGuests, type GuestSystems } from '../../system/guest-systems.ts';
import { discoverLogs, type FoundFile } from '../../ingest/discovery/discover-logs.ts';
import { findSourceRoots } from '../../ingest/discovery/listed-roots.ts';
import type { ExtraFolder } from '../../ingest/discovery/source-roots.ts';
import { createChunkMemory } from '../../ingest/lines/chunk-memory.ts';
import { openFile } from '../../ingest/open-file.ts';
import { readLogFile } from '../../ingest/read-file.ts';

/** A response according to the logs alone. */
export interface LoggedRow {
  readonly model: ModelId;
  readonly atMs: number;
  readonly usage: TokenUsage;
}

/** Looks up responses in the logs, without the corrections that telemetry and proxies made in the ledger. */
export interface LoggedRows {
  /** The rows of those that are in a log that still exists. `wanted`: when each response was, by its telemetry name. */
  find(wanted: ReadonlyMap<EventKey, number>): Promise<ReadonlyMap<EventKey, LoggedRow>>;
}

/** What the lookup needs. */
export interface LoggedRowsOptions {
  readonly host: HostEnvironment;
  readonly guests?: GuestSystems | undefined;
  readonly extraFolders: () => readonly ExtraFolder[];
  readonly clock: Pick<Clock, 'nowMs'>;
}

/** A log's modification time may precede its contents by at most this: clocks and buffers differ. */
const slackMs = 10 * minuteMs;
/** Logs are searched again this long after the last time, or when something new is wanted. */
const restMs = 30 * secondMs;
const chunkBytes = 1024 * 1024;

/**
 * Builds the lookup. Only logs that were written since the oldest response that is looked for are read, once each, and
 * then what is added to them.
 */
export function createLoggedRows({ host, guests = noGuests, extraFolders, clock }: LoggedRowsOptions): LoggedRows {
  const rows = new Map<EventKey, LoggedRow>();
  const asked = new Map<EventKey, number>();
  const cursors = new Map<string, FileCursor | undefined>();
  let searchedAtMs = -Infinity;
  let last: Promise<unknown> = Promise.resolve();

  const keep = (record: LogRecord): void => {
    if (record.kind !== 'event' || record.event.profile.origin !== 'log') return;
    const { aliases, atMs, usage, profile } = record.event;
    const name = aliases.find((alias) => asked.has(alias));
    if (name === undefined) return;
    const known = rows.get(name);
    rows.set(name, {
      model: profile.model,
      atMs: Math.min(atMs, known?.atMs ?? atMs),
      usage: known === undefined ? usage : mergeUsage(known.usage, usage),
    });
  };
  const read = async (file: FoundFile, isWhole: boolean, buffer: Buffer): Promise<void> => {
    const cursor = isWhole ? undefined : cursors.get(file.path);
    cursors.set(file.path, cursor);
    await readLogFile(
      { ...file, cursor, seen: undefined },
      {
        ...{ open: openFile, buffer, shouldStop: () => false },
        onBatch(batch) {
          cursors.set(file.path, batch.cursor);
          for (const record of batch.records) keep(record);
        },
      },
    );
  };
  const search = async (wanted: ReadonlyMap<EventKey, number>): Promise<ReadonlyMap<EventKey, LoggedRow>> => {
    const fresh = [...wanted].filter(([name]) => !asked.has(name));
    if (wanted.size === 0 || (fresh.length === 0 && clock.nowMs() - searchedAtMs < restMs)) return rows;
    for (const [name, atMs] of fresh) asked.set(name, atMs);
    const oldestFreshMs = findOldest(fresh);
    const oldestMs = findOldest([...asked].filter(([name]) => !rows.has(name)));
    const buffer = createChunkMemory(chunkBytes);
    for (const file of await findLogs([...wanted.keys()], { host, guests, extraFolders })) {
      const isRead = cursors.has(file.path);
      const isWhole = file.mtimeMs + slackMs >= (isRead ? oldestFreshMs : oldestMs);
      if (isWhole || isRead) await read(file, isWhole, buffer);
    }
    searchedAtMs = clock.nowMs();
    return rows;
  };
  return {
    find(wanted) {
      const found = last.then(() => search(wanted));
      last = found.catch(() => undefined);
      return found;
    },
  };
}

function findOldest(names: readonly (readonly [EventKey, number])[]): number {
  return names.reduce((oldest, [, atMs]) => Math.min(oldest, atMs), Infinity);
}

/** The logs of the agents that these keys belong to. */
async function findLogs(
  names: readonly EventKey[],
  { host, guests, extraFolders }: Required<Omit<LoggedRowsOptions, 'clock' | 'guests'>> & { guests: GuestSystems },
): Promise<readonly FoundFile[]> {
  const senders = sources.filter(({ id }) => names.some((name) => name.startsWith(toTelemetryName(id, ''))));
  const roots = await findSourceRoots(senders, withGuests(host, guests), extraFolders(), guests.isAsleep);
  const files: FoundFile[] = [];
  const take = (file: FoundFile): void => {
    if (file.stream.kind === 'lines' && file.stream.matches !== isJournal) files.push(file);
  };
  await discoverLogs(roots, take, guests.isAsleep);
  return files;
}
