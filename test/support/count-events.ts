import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { toLogDatabase } from '../../main/node/ingest/databases/log-database.ts';
import { loadSqlite } from '../../main/node/sqlite/sqlite-driver.ts';
import { findLogStream } from '../../main/node/ingest/discovery/log-file-name.ts';
import type { LogRecord } from '../../shared/domain/log-record.ts';
import {
  addUsage,
  cacheCreationTokens,
  emptyUsage,
  promptTokens,
  tokenClasses,
  type TokenUsage,
} from '../../shared/domain/token-usage.ts';
import type { Profile } from '../../shared/domain/profile-fields.ts';
import type { UsageEvent } from '../../shared/domain/usage-event.ts';
import type { Source } from '../../shared/sources/source.ts';
import type { DatabaseStream, LineStream, SideTexts } from '../../shared/sources/streams.ts';
import { lineStreamOf } from './streams.ts';
import { toTextLine } from './text-line.ts';

/** Reads a whole log, much as ingest would; nothing when the file is not a log. Its path below its root determines its kind. */
export function readLogFile(source: Source, path: string, relativePath = path): readonly LogRecord[] {
  const stream = findLogStream(source, relativePath.replaceAll('\\', '/'));
  if (stream === null) return [];
  if (stream.kind === 'database') return readDatabaseFile(stream, path);
  const sideTexts = (stream.sideFiles?.(path) ?? []).map((file) =>
    existsSync(file) ? readFileSync(file, 'utf8') : null,
  );
  const content = readFileSync(path);
  if (stream.kind === 'document') {
    if (content.length === 0) return [];
    return stream.read({ path, value: JSON.parse(content.toString('utf8')) as unknown, sideTexts });
  }
  const text = (path.endsWith('.zst') ? zstdDecompressSync(content) : content).toString('utf8');
  // What may precede a row without being part of it: a byte order mark, zeros after a crash.
  const lines = text.split('\n').map((line) => line.replace(/^[\ufeff\0]+/, ''));
  if (lines.at(-1) === '') lines.pop();
  return readStreamLines(stream, lines, path, sideTexts);
}

/** Everything in a database, read from a copy of it and of its write-ahead log. */
function readDatabaseFile(stream: DatabaseStream, path: string): readonly LogRecord[] {
  const folder = mkdtempSync(join(tmpdir(), 'fuelgauge-'));
  const driver = loadSqlite();
  if (!driver.ok) throw new Error(driver.error);
  try {
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    const database = driver.value.open(copy);
    const records: LogRecord[] = [];
    let page = stream.read(toLogDatabase(database), null);
    records.push(...page.records);
    while (!page.isLast) {
      page = stream.read(toLogDatabase(database), page.state);
      records.push(...page.records);
    }
    database.close();
    return records;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The records of one file with these lines. */
export function readLines(source: Source, lines: readonly string[], path: string): readonly LogRecord[] {
  return readStreamLines(lineStreamOf(source), lines, path, []);
}

function readStreamLines(
  stream: LineStream,
  lines: readonly string[],
  path: string,
  sideTexts: SideTexts,
): readonly LogRecord[] {
  const reader = stream.createReader(path, null, sideTexts);
  // Ingest passes on no others.
  const candidates = lines.filter((line) => stream.needles.some((needle) => line.includes(needle)));
  return candidates.flatMap((line) => reader.read(toTextLine(line)));
}

/** The events among records. */
export function eventsOf(records: readonly LogRecord[]): readonly UsageEvent[] {
  return records.flatMap((record) => (record.kind === 'event' ? [record.event] : []));
}

/** The reasons of skipped lines, in order. */
export function skipsOf(records: readonly LogRecord[]): readonly string[] {
  return records.flatMap((record) => (record.kind === 'skip' ? [record.reason] : []));
}

/**
 * The part of these records that counts, by the rules of every ledger: rows that share a key or an alias are one
 * response (the larger number of each class, the earliest time), and replays of one are not counted.
 */
export function countEvents(records: readonly LogRecord[]): readonly UsageEvent[] {
  return withoutReplays(mergeRows(eventsOf(records)), records);
}

/** Total usage. */
export function sumUsage(events: readonly UsageEvent[]): TokenUsage {
  return events.reduce((sum, event) => addUsage(sum, event.usage), emptyUsage);
}

/** Usage by model. */
export function sumByModel(events: readonly UsageEvent[]): Readonly<Record<string, TokenUsage>> {
  const sums: Record<string, TokenUsage> = {};
  for (const {
    profile: { model },
    usage,
  } of events)
    sums[model] = addUsage(sums[model] ?? emptyUsage, usage);
  return sums;
}

function mergeRows(rows: readonly UsageEvent[]): readonly UsageEvent[] {
  const families = createFamilies();
  for (const { key, aliases } of rows) for (const alias of aliases) families.join(key, alias);
  return [...groupBy(rows, ({ key }) => families.rootOf(key)).values()].map((group) => group.reduce(mergePair));
}

function mergePair(left: UsageEvent, right: UsageEvent): UsageEvent {
  const [first, second] = left.atMs <= right.atMs ? [left, right] : [right, left];
  return {
    ...first,
    key: [left.key, right.key].sort()[0]!,
    aliases: [...new Set([...left.aliases, ...right.aliases])],
    usage: mergeUsage(first.usage, second.usage),
    profile: {
      ...first.profile,
      isSidechain: left.profile.isSidechain && right.profile.isSidechain,
      isCopy: left.profile.isCopy && right.profile.isCopy,
    },
    isFinal: left.isFinal || right.isFinal,
    webSearchRequests: Math.max(left.webSearchRequests, right.webSearchRequests),
  };
}

function mergeUsage(left: TokenUsage, right: TokenUsage): TokenUsage {
  return Object.fromEntries(
    tokenClasses.map((name) => [name, Math.max(left[name], right[name])]),
  ) as unknown as TokenUsage;
}

function withoutReplays(events: readonly UsageEvent[], records: readonly LogRecord[]): readonly UsageEvent[] {
  const families = createFamilies();
  for (const record of records) if (record.kind === 'lineage') families.join(record.threadId, record.parentId);
  const ordered = [...events].sort((left, right) => left.atMs - right.atMs);
  const groups = groupBy(ordered, ({ key, replay }) => {
    if (replay === null) return `alone ${key}`;
    return replay.kind === 'sidechain'
      ? `sidechain ${replay.group}`
      : `lineage ${families.rootOf(replay.threadId)} ${replay.group}`;
  });
  return [...groups.values()].flatMap((group) =>
    group[0]!.replay?.kind === 'lineage' ? group.slice(0, 1) : group.filter((event) => !isSideReplay(event, group)),
  );
}

function isSideReplay(event: UsageEvent, group: readonly UsageEvent[]): boolean {
  return (
    event.profile.isSidechain &&
    group.some(
      (other) =>
        !other.profile.isSidechain &&
        other.profile.model === event.profile.model &&
        promptTokens(other.usage) === promptTokens(event.usage) &&
        cacheCreationTokens(other.usage) === cacheCreationTokens(event.usage) &&
        other.usage.outputTokens >= event.usage.outputTokens,
    )
  );
}

interface Families {
  join(left: string, right: string): void;
  rootOf(member: string): string;
}

function createFamilies(): Families {
  const parents = new Map<string, string>();
  function rootOf(member: string): string {
    const parent = parents.get(member);
    if (parent === undefined) return member;
    const root = rootOf(parent);
    parents.set(member, root);
    return root;
  }
  return {
    rootOf,
    join(left, right) {
      const [from, to] = [rootOf(left), rootOf(right)];
      if (from !== to) parents.set(from, to);
    },
  };
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** An event with its own fields and those of its profile, for comparison. */
export function flattenEvent({ profile, ...event }: UsageEvent): Profile & Omit<UsageEvent, 'profile'> {
  return { ...profile, ...event };
}
