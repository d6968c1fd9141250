import type { SqliteDatabase, SqliteRow, SqliteValue } from '../../sqlite/sqlite-driver.ts';
import type { Visit } from '../../../../shared/activity/read-visits.ts';
import { splitDomain } from '../../../../shared/activity/match-site.ts';
import { toLogDatabase } from '../../ingest/databases/log-database.ts';
import type { HistoryDialect } from './browser-places.ts';

/** A visit with its number, from which reading can continue later. */
export interface NumberedVisit extends Visit {
  readonly id: number;
}

/** Which visits to read: those after one, within a span, to these domains. */
export interface VisitQuery {
  readonly afterId: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly domains: readonly string[];
  readonly limit: number;
}

/** How a dialect names things. Instants become UTC milliseconds in SQL: Chromium's own are beyond 2^53. */
interface DialectSql {
  readonly visits: string;
  readonly pages: string;
  readonly pageOf: string;
  readonly atMs: string;
  /** Excludes what the person did not see: redirects and frames. */
  readonly seen: string;
  /** Leaves out other machines' visits, where a column marks them. */
  readonly local?: { readonly column: string; readonly sql: string };
}

const dialects: Readonly<Record<HistoryDialect, DialectSql>> = {
  // https://chromium.googlesource.com/chromium/src/+/main/components/history/core/browser/visit_database.cc; microseconds
  // since 1601. The bit is PAGE_TRANSITION_CHAIN_END of ui/base/page_transition_types.h.
  chromium: {
    visits: 'visits',
    pages: 'urls',
    pageOf: 'url',
    atMs: 'visit.visit_time / 1000 - 11644473600000',
    seen: '(visit.transition & 0x20000000) != 0',
    local: { column: 'originator_cache_guid', sql: "coalesce(visit.originator_cache_guid, '') = ''" },
  },
  // https://searchfox.org/mozilla-central/source/toolkit/components/places/nsINavHistoryService.idl; microseconds since
  // 1970. 4: embedded, 7: download, 8: framed.
  firefox: {
    visits: 'moz_historyvisits',
    pages: 'moz_places',
    pageOf: 'place_id',
    atMs: 'visit.visit_date / 1000',
    seen: 'visit.visit_type NOT IN (4, 7, 8) AND page.hidden = 0',
  },
  // Seconds since 2001. Origin 1 is another device.
  safari: {
    visits: 'history_visits',
    pages: 'history_items',
    pageOf: 'history_item',
    atMs: 'CAST((visit.visit_time + 978307200) * 1000 AS INTEGER)',
    seen: 'visit.redirect_destination IS NULL',
    local: { column: 'origin', sql: 'coalesce(visit.origin, 0) = 0' },
  },
};

/** Longer addresses are cut: only host and path matter. */
const maxAddressLength = 512;

/**
 * Whether a history has its tables as tables. A view with such a name could run forever, and no browser creates one.
 * Throws what SQLite throws.
 */
export function hasHistoryTables(database: SqliteDatabase, dialect: HistoryDialect): boolean {
  const { visits, pages } = dialects[dialect];
  const { columns } = toLogDatabase(database);
  return columns(visits).size > 0 && columns(pages).size > 0;
}

/** The number of the last visit; 0 when there is none. Throws what SQLite throws. */
export function readLastVisitId(database: SqliteDatabase, dialect: HistoryDialect): number {
  return Number(database.prepare(`SELECT coalesce(max(id), 0) AS id FROM ${dialects[dialect].visits}`).get()?.['id']);
}

/**
 * The visits of a history to listed domains, in the order of their numbers. No title and no other address leaves the
 * database. Throws what SQLite throws.
 */
export function queryVisits(
  database: SqliteDatabase,
  dialect: HistoryDialect,
  query: VisitQuery,
): readonly NumberedVisit[] {
  const { visits, pages, pageOf, atMs, seen, local } = dialects[dialect];
  const hosts = [...new Set(query.domains.map((domain) => splitDomain(domain).host))];
  if (hosts.length === 0) return [];
  const patterns = hosts.flatMap((host) => [`%://${host}%`, `%.${host}%`]);
  const isListed = patterns.map(() => 'page.url LIKE ?').join(' OR ');
  const isLocal = local !== undefined && hasColumn(database, visits, local.column) ? ` AND ${local.sql}` : '';
  const sql = `SELECT visit.id AS id, ${atMs} AS at_ms, substr(page.url, 1, ${maxAddressLength}) AS address
    FROM ${visits} AS visit JOIN ${pages} AS page ON page.id = visit.${pageOf}
    WHERE visit.id > ? AND ${atMs} >= ? AND ${atMs} < ? AND ${seen}${isLocal} AND (${isListed})
    ORDER BY visit.id LIMIT ?`;
  const values: readonly SqliteValue[] = [query.afterId, query.fromMs, query.toMs, ...patterns, query.limit];
  return database
    .prepare(sql)
    .all(...values)
    .flatMap(toVisit);
}

function hasColumn(database: SqliteDatabase, table: string, column: string): boolean {
  return (
    database.prepare('SELECT 1 AS found FROM pragma_table_info(?) WHERE name = ?').get(table, column) !== undefined
  );
}

function toVisit(row: SqliteRow): readonly NumberedVisit[] {
  const { id, at_ms: atMs, address } = row;
  const isPlausible = Number.isSafeInteger(id) && Number.isSafeInteger(atMs) && typeof address === 'string';
  return isPlausible ? [{ id: Number(id), atMs: Number(atMs), address }] : [];
}
