import { stat } from 'node:fs/promises';
import type { MatchSite } from '../../../../shared/activity/match-site.ts';
import { readVisits } from '../../../../shared/activity/read-visits.ts';
import { mergeActivity } from '../../../../shared/activity/slots.ts';
import type { ActivityRow } from '../../../../shared/domain/activity.ts';
import type { HistoryFailure } from '../../../../shared/domain/activity-sums.ts';
import { dayMs } from '../../../../shared/domain/instant.ts';
import { copyAside, TooLargeError } from '../../ingest/databases/copy-aside.ts';
import { companionOf } from '../../ingest/discovery/database-files.ts';
import { isMissing, toErrorCode } from '../../ingest/discovery/file-problem.ts';
import type { SqliteDatabase, SqliteDriver } from '../../sqlite/sqlite-driver.ts';
import type { HistoryFile } from './find-histories.ts';
import type { HistoryCursor } from './history-cursor.ts';
import { hasHistoryTables, queryVisits, readLastVisitId, type NumberedVisit } from './history-queries.ts';

/** What was new in a history. */
export type HistoryReading =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'read'; readonly rows: readonly ActivityRow[]; readonly cursor: HistoryCursor }
  | { readonly kind: 'failed'; readonly failure: HistoryFailure };

/** What reading needs. */
export interface HistoryOptions {
  readonly driver: SqliteDriver;
  readonly match: MatchSite;
  readonly domains: readonly string[];
  readonly nowMs: number;
}

/** Older visits are not counted. */
const maxAgeMs = 366 * dayMs;
/** A later time means that a clock was wrong. */
const maxAheadMs = dayMs;
const pageRows = 5_000;
/** The next read continues with the rest. */
const maxPages = 40;

/**
 * Reads what was added to a history since the cursor, from a copy that is deleted afterwards: the browser holds a lock on
 * the original, and we must not get in its way. Never rejects.
 */
export async function readHistory(
  file: HistoryFile,
  cursor: HistoryCursor,
  options: HistoryOptions,
): Promise<HistoryReading> {
  try {
    const state = await describeState(file.path);
    if (state === null) return { kind: 'failed', failure: 'unreadable' };
    if (state === cursor.state) return { kind: 'unchanged' };
    const copy = await copyAside(options.driver, file.path, async () => (await describeState(file.path)) === state);
    try {
      // It was written to while being copied: the next read counts it.
      if (!(await copy.isTrue())) return { kind: 'unchanged' };
      if (!hasHistoryTables(copy.database, file.dialect)) return { kind: 'failed', failure: 'unreadable' };
      return { kind: 'read', ...readNew(copy.database, file, { ...cursor, state }, options) };
    } finally {
      await copy.close();
    }
  } catch (error) {
    return { kind: 'failed', failure: toFailure(error) };
  }
}

function readNew(
  database: SqliteDatabase,
  { browser, dialect }: HistoryFile,
  before: HistoryCursor,
  { match, domains, nowMs }: HistoryOptions,
): { readonly rows: readonly ActivityRow[]; readonly cursor: HistoryCursor } {
  const lastId = readLastVisitId(database, dialect);
  // Numbers only grow; smaller ones mean another history, of which only later visits are new.
  const isReplaced = lastId < before.lastId;
  const fromMs = Math.max(nowMs - maxAgeMs, isReplaced ? before.lastAtMs + 1 : 0);
  const rows: ActivityRow[] = [];
  let cursor: HistoryCursor = { ...before, lastId: isReplaced ? 0 : before.lastId };
  for (let page = 0; page < maxPages; page += 1) {
    const query = { afterId: cursor.lastId, fromMs, toMs: nowMs + maxAheadMs, domains, limit: pageRows };
    const visits = queryVisits(database, dialect, query);
    const read = readVisits(visits, browser, match, cursor.stays);
    rows.push(...read.rows);
    cursor = advance(cursor, visits, read.stays);
    if (visits.length < pageRows) return { rows: mergeActivity(rows), cursor: { ...cursor, lastId } };
  }
  // Not at the end yet: look again, even if nothing is added.
  return { rows: mergeActivity(rows), cursor: { ...cursor, state: '' } };
}

function advance(
  cursor: HistoryCursor,
  visits: readonly NumberedVisit[],
  stays: HistoryCursor['stays'],
): HistoryCursor {
  const lastAtMs = visits.reduce((latest, { atMs }) => Math.max(latest, atMs), cursor.lastAtMs);
  return { ...cursor, stays, lastAtMs, lastId: visits.at(-1)?.id ?? cursor.lastId };
}

/**
 * Size and time of a database and of the files beside it; null where one of them is no regular file, which could block
 * its reader forever.
 */
async function describeState(path: string): Promise<string | null> {
  const files = [path, companionOf(path, 'wal'), companionOf(path, 'journal')];
  const facts: (readonly [number, number] | null)[] = [];
  for (const [index, file] of files.entries()) {
    try {
      const found = await stat(file);
      if (!found.isFile()) return null;
      facts.push([found.size, found.mtimeMs]);
    } catch (error) {
      if (index === 0 || !isMissing(error)) throw error;
      facts.push(null);
    }
  }
  return JSON.stringify(facts);
}

function toFailure(error: unknown): HistoryFailure {
  if (error instanceof TooLargeError) return 'too-large';
  const code = toErrorCode(error);
  return code === 'EACCES' || code === 'EPERM' ? 'not-allowed' : 'unreadable';
}
