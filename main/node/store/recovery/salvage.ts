import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import { defaultProfile, type Profile, textFields } from '../../../../shared/domain/profile-fields.ts';
import type { RowCluster } from '../../../../shared/ledger/cluster-rows.ts';
import { compactedId, type LineageLink } from '../../../../shared/ledger/event-table.ts';
import type { CompactedContents } from '../../../../shared/ledger/ledger-contents.ts';
import type { FileCursor, OffsetPosition } from '../../../../shared/ports/cursor-store.ts';
import { type ActivityContents, createActivityTable } from '../tables/activity.ts';
import { createCompactedTable } from '../tables/compacted.ts';
import { createCursorTable } from '../tables/cursors.ts';
import { assumeNames } from '../names/encryption.ts';
import { createEventRows, eventColumns, type EventRows } from '../tables/event-rows.ts';
import { createLimitTable } from '../tables/limits.ts';
import { createProcessSampleTable } from '../tables/process-samples.ts';
import { createProfileTable } from '../tables/profiles.ts';
import { readOldReadings } from '../schema/old-limits.ts';
import { readCompactedNames } from '../tables/read-contents.ts';
import { scanDamaged } from './scan-damaged.ts';
import type { SqliteDatabase, SqliteRow } from '../../sqlite/sqlite-driver.ts';
import type { SalvagedPart, SalvageTarget, CompactedOutcome } from './salvage-target.ts';
import { createTextTable } from '../tables/texts.ts';
import { createThreadTable } from '../tables/threads.ts';

/** How much of a ledger could be copied into another. */
export interface Salvage {
  /** Single events, and how many were lost; null when even that is unknown. */
  readonly events: number;
  readonly lostEvents: number | null;
  readonly compactedEvents: number;
  /** With `unreadable` and `conflict`, no compacted data was copied. */
  readonly compacted: CompactedOutcome | 'unreadable';
}

const keySql = `SELECT printf('%016x', hash) AS name FROM aliases WHERE event = ${compactedId}`;
const partEvents = 2_000;
/** No file has this head, so every file is read from its beginning, whatever its kind. */
const unread: OffsetPosition = { kind: 'offset', offset: 0, headHash: '', headBytes: 1 };
const noActivity: ActivityContents = { rows: [], cursors: new Map() };
const nothing: SalvagedPart = {
  ...{ clusters: [], links: [], readings: [], samples: [], cursors: [] },
  activity: noActivity,
};

/**
 * Copies everything readable from one ledger into another, including all events: those whose logs still exist are
 * recognised when the logs are read again. The source may be damaged or have an older schema. Throws only what writing
 * to the target throws, and `LockedLedgerError` when the source's names are encrypted with a key that is not there.
 */
export function salvage(source: SqliteDatabase, target: SalvageTarget): Salvage {
  assumeNames(source);
  const links = readLinks(source);
  const compacted = attempt(() => readCompacted(source));
  const outcome = compacted === null ? 'unreadable' : target.addCompacted(compacted, links);
  target.addPart({
    ...nothing,
    links,
    readings: readReadings(source),
    // A ledger of an older schema has none.
    samples: attempt(() => createProcessSampleTable(source, createTextTable(source)).all()) ?? [],
    activity: attempt(() => createActivityTable(source, createTextTable(source)).all()) ?? noActivity,
    cursors: (attempt(() => [...createCursorTable(source).all().values()]) ?? []).map(toUnread),
  });

  let events = 0;
  let part: RowCluster[] = [];
  const addPending = (): void => {
    target.addPart({ ...nothing, clusters: part });
    events += part.length;
    part = [];
  };
  for (const cluster of readClusters(source)) {
    part.push(cluster);
    if (part.length >= partEvents) addPending();
  }
  addPending();
  const stored = countEvents(source);
  return {
    events,
    lostEvents: stored === null ? null : Math.max(0, stored - events),
    compacted: outcome,
    compactedEvents:
      outcome === 'added' || outcome === 'known'
        ? (compacted?.cells.reduce((sum, { cell }) => sum + cell.events, 0) ?? 0)
        : 0,
  };
}

function* readClusters(source: SqliteDatabase): Generator<RowCluster> {
  const rows = attempt(() => createTolerantRows(source));
  if (rows === null) return;
  const names = readNames(source);
  const columns = [`printf('%016x', key_hash) AS event_key`, ...eventColumns.slice(1)].join(', ');
  for (const row of scanDamaged(source, 'events', 'id', columns)) {
    if (!isPlausible(row)) continue;
    const event = rows.toEvent({ ...row, key: String(row['event_key']) });
    yield { event, names: [event.key, ...(names.get(String(row['key'])) ?? [])] };
  }
}

/**
 * Replaces the name of a session, a model … that cannot be read. It sorts last, so that a row read again from its log
 * becomes the owner.
 */
const unreadable = '~unreadable';
const unreadableProfile: Profile = {
  ...defaultProfile,
  ...Object.fromEntries(textFields.filter(({ role }) => role !== 'detail').map(({ name }) => [name, unreadable])),
  isSidechain: true,
  isCopy: true,
};

/** Tokens are worth keeping even if their owner is lost. */
function createTolerantRows(source: SqliteDatabase): EventRows {
  const texts = createTextTable(source);
  const tolerant = { ...texts, textOf: (id: number) => attempt(() => texts.textOf(id)) ?? unreadable };
  const profiles = createProfileTable(source, tolerant);
  const threads = createThreadTable(source, texts);
  return createEventRows(
    { ...profiles, profileOf: (id) => attempt(() => profiles.profileOf(id)) ?? unreadableProfile },
    // Keep unreadable threads distinct.
    { ...threads, nameOf: (id) => attempt(() => threads.nameOf(id)) ?? `${unreadable}-${id}` },
  );
}

/** Aliases by event. */
function readNames(source: SqliteDatabase): ReadonlyMap<string, readonly string[]> {
  const keepers = new Map<string, string>();
  for (const row of scanDamaged(source, 'forwards', 'event', 'CAST(keeper AS TEXT) AS keeper')) {
    keepers.set(String(row['key']), String(row['keeper']));
  }
  const names = new Map<string, string[]>();
  for (const row of scanDamaged(
    source,
    'aliases',
    'hash',
    `printf('%016x', hash) AS name, CAST(event AS TEXT) AS event`,
  )) {
    const event = keepers.get(String(row['event'])) ?? String(row['event']);
    const known = names.get(event);
    if (known === undefined) names.set(event, [String(row['name'])]);
    else known.push(String(row['name']));
  }
  return names;
}

function readReadings(source: SqliteDatabase): readonly LimitReading[] {
  const texts = attempt(() => createTextTable(source));
  if (texts === null) return [];
  return attempt(() => createLimitTable(source, texts).all()) ?? attempt(() => readOldReadings(source, texts)) ?? [];
}

/** Families, as links from each thread to the first one of its family. */
function readLinks(source: SqliteDatabase): readonly LineageLink[] {
  const texts = attempt(() => createTextTable(source));
  if (texts === null) return [];
  const parents = new Map<string, string>();
  const links: LineageLink[] = [];
  for (const row of scanDamaged(source, 'threads', 'id', 'source, name, family')) {
    const thread = attempt(() => [texts.textOf(Number(row['source'])), texts.textOf(Number(row['name']))] as const);
    if (thread === null) continue;
    const [of, threadId] = thread;
    const family = `${of} ${row['family']}`;
    const parentId = parents.get(family);
    if (parentId === undefined) parents.set(family, threadId);
    else links.push({ source: of, threadId, parentId });
  }
  return links;
}

/** All or nothing: without the names that belong to them, cells would be counted again from the logs. */
function readCompacted(source: SqliteDatabase): CompactedContents {
  const hasTables = source.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'compacted_cells'`).get() !== undefined;
  if (!hasTables) return { cells: [], marks: [], names: [] };
  const texts = createTextTable(source);
  const profiles = createProfileTable(source, texts);
  const table = createCompactedTable(source, texts, profiles, createThreadTable(source, texts));
  const cells = table.cells({});
  if (cells.length === 0) return { cells, marks: [], names: [] };
  // When events cannot be read, some aliases cannot be assigned to an event; the keys of compacted events always can.
  const names =
    attempt(() => readCompactedNames(source)) ??
    source
      .prepare(keySql)
      .all()
      .map((row) => String(row['name']));
  return { cells, marks: table.allMarks(), names };
}

/** The file is read again from the beginning if it still exists; otherwise the counts of its contents remain. */
function toUnread(cursor: FileCursor): FileCursor {
  return { ...cursor, position: unread, inode: '', mtimeMs: 0, readerState: null };
}

function isPlausible(row: SqliteRow): boolean {
  const { logged_cost_micro_usd: cost, replay_group: group, thread, owner_lag_ms: lag, ...rest } = row;
  const { key: _key, event_key: _eventKey, ...counts } = rest;
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
  return (
    Object.values(counts).every(isCount) &&
    [cost, group, thread].every((value) => value === null || isCount(value)) &&
    Number.isSafeInteger(lag)
  );
}

/** The index by time still knows how many events there were. */
function countEvents(source: SqliteDatabase): number | null {
  const row = attempt(() => source.prepare('SELECT count(*) AS events FROM events INDEXED BY events_by_time').get());
  return row == null ? null : Number(row['events']);
}

/** Damage causes many kinds of errors; all of them mean that nothing can be read there. */
function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
