import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';
import { namesOf } from '../names/encryption.ts';

/** The bit of a profile's traits that says that a subagent asked. */
const sidechainBit = 1;
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** A log as the ledger knows it. */
interface KnownLog {
  /** As it is stored, which may be encrypted. */
  readonly key: string;
  readonly segments: readonly string[];
  readonly ids: readonly string[];
  /** The file's name up to its first dot. */
  readonly stem: string;
}

/**
 * The migration that has the logs of subagents read again: older profiles do not say which subagent asked, or who
 * started its session (`subagent`, `parentSession`). The logs lose their cursors. Reading a log again changes no number,
 * since its events have the same names; only the owner becomes known. What remains unknown: events that were compacted,
 * and logs that are gone. Paths may be encrypted, so plain SQL cannot do this.
 */
export function readSubagentsAgain(database: SqliteDatabase): void {
  const names = namesOf(database);
  const forget = database.prepare('DELETE FROM cursors WHERE path = ?');
  for (const [source, sessions] of readSessionsWithSubagents(database)) {
    const databases: string[] = [];
    const logs: KnownLog[] = [];
    const rows = database.prepare('SELECT path, kind FROM cursors WHERE is_gone = 0 AND source = ?').all(source);
    for (const { path, kind } of rows) {
      if (kind === 'rows') databases.push(String(path));
      else logs.push(toKnownLog(String(path), names.open(String(path))));
    }
    for (const key of [...databases, ...selectLogs(logs, sessions)]) forget.run(key);
  }
}

/** The sessions in which subagents asked, by source. */
function readSessionsWithSubagents(database: SqliteDatabase): ReadonlyMap<string, ReadonlySet<string>> {
  const bySource = new Map<string, Set<string>>();
  const rows = database
    .prepare(
      `SELECT DISTINCT sources.text AS source, sessions.text AS session FROM profiles
       JOIN texts AS sources ON sources.id = source JOIN texts AS sessions ON sessions.id = session
       WHERE traits & ${sidechainBit}`,
    )
    .all();
  for (const { source, session } of rows) {
    const sessions = bySource.get(String(source)) ?? new Set();
    bySource.set(String(source), sessions.add(String(session)));
  }
  return bySource;
}

function toKnownLog(key: string, path: string): KnownLog {
  const segments = path.split(/[\\/]/);
  const stem = (segments.at(-1) ?? '').replace(/\..*$/, '');
  return { key, segments, ids: [...segments, stem, ...(path.match(uuid) ?? [])], stem };
}

/**
 * The logs that are named after subagents, or after a session that has some. A session's own log, which may be large, is
 * read again only where no other log is named after the session: then it may hold those of its subagents.
 */
function selectLogs(logs: readonly KnownLog[], sessions: ReadonlySet<string>): readonly string[] {
  const selected: string[] = [];
  const own: (readonly [session: string, key: string])[] = [];
  const isKnown = new Set<string>();
  for (const { key, segments, ids, stem } of logs) {
    const named = ids.filter((id) => sessions.has(id));
    if (sessions.has(stem)) own.push([stem, key]);
    else if (named.length > 0 || stem.startsWith('agent-') || segments.includes('subagents')) {
      selected.push(key);
      for (const id of named) isKnown.add(id);
    }
  }
  return [...selected, ...own.filter(([session]) => !isKnown.has(session)).map(([, key]) => key)];
}
