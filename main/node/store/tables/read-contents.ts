import { groupBy } from '../../../../shared/lib/group-by.ts';
import { isReplayRow, selectedColumns } from './event-rows.ts';
import type { LedgerTables } from './ledger-tables.ts';
import type { LedgerContents } from '../../../../shared/ledger/ledger-contents.ts';
import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';

const aliasSql = `
  SELECT coalesce(forwards.keeper, aliases.event) AS event, printf('%016x', aliases.hash) AS name
  FROM aliases LEFT JOIN forwards ON forwards.event = aliases.event`;

const compactedNameSql = `
  SELECT name FROM (${aliasSql}) AS named WHERE NOT EXISTS (SELECT 1 FROM events WHERE events.id = named.event)`;

const familySql = `
  SELECT threads.family AS family, sources.text AS source, names.text AS name
  FROM threads JOIN texts AS sources ON sources.id = threads.source JOIN texts AS names ON names.id = threads.name`;

/** Reads the whole contents of a SQLite ledger. */
export function readContents(
  database: SqliteDatabase,
  { activity, eventRows, limits, samples, cursors, compacted }: LedgerTables,
): LedgerContents {
  const aliases = groupBy(database.prepare(aliasSql).all(), ({ event }) => Number(event));
  const families = groupBy(database.prepare(familySql).all(), ({ family }) => Number(family));
  return {
    entries: database
      .prepare(`SELECT ${selectedColumns} FROM events`)
      .all()
      .map((row) => {
        const event = eventRows.toEvent(row);
        const further = (aliases.get(Number(row['id'])) ?? []).map((alias) => String(alias['name']));
        return { event, isReplay: isReplayRow(row), names: [event.key, ...further].sort() };
      }),
    compacted: {
      cells: compacted.cells({}),
      marks: compacted.allMarks(),
      names: readCompactedNames(database),
    },
    families: [...families.values()]
      .filter((threads) => threads.length > 1)
      .map((threads) => threads.map((thread) => [String(thread['source']), String(thread['name'])] as const)),
    readings: limits.all(),
    samples: samples.all(),
    activity: activity.all().rows,
    activityCursors: activity.cursors(),
    cursors: cursors.all().values(),
  };
}

/** Reads the names of all compacted events. */
export function readCompactedNames(database: SqliteDatabase): readonly string[] {
  return database
    .prepare(compactedNameSql)
    .all()
    .map((row) => String(row['name']));
}
