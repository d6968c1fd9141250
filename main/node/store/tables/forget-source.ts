import type { SourceId } from '../../../../shared/domain/ids.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import { compactedGrainMs } from '../../../../shared/ledger/compact-events.ts';
import { compactedId } from '../../../../shared/ledger/event-table.ts';
import type { LedgerDelta } from '../../../../shared/ports/ledger-writer.ts';
import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';
import type { LedgerTables } from './ledger-tables.ts';

const profiles = 'profile IN (SELECT id FROM profiles WHERE source = (SELECT id FROM texts WHERE text = ?1))';

/**
 * Removes what was read of a source: see `LedgerWriter`. Call it inside a write transaction. Sums are recomputed from
 * what is left, day by day, as after any other change.
 */
export function forgetSource(
  database: SqliteDatabase,
  { events, rollUps }: Pick<LedgerTables, 'events' | 'rollUps'>,
  source: SourceId,
): LedgerDelta {
  const changed = database
    .prepare(
      `SELECT at_ms / ${minuteMs} * ${minuteMs} AS minute, count(*) AS events FROM events WHERE ${profiles}
         GROUP BY minute
       UNION ALL SELECT slice * ${compactedGrainMs}, events FROM compacted_cells WHERE ${profiles}`,
    )
    .all(source)
    .map((row) => ({ minute: Number(row['minute']), events: Number(row['events']) }));
  for (const { minute } of changed) rollUps.noteChange(minute);
  const ids = `SELECT id FROM events WHERE ${profiles}`;
  for (const sql of [
    `DELETE FROM aliases WHERE event IN (SELECT event FROM forwards WHERE keeper IN (${ids}))`,
    `DELETE FROM forwards WHERE keeper IN (${ids})`,
    `DELETE FROM aliases WHERE event <> ${compactedId} AND event IN (${ids})`,
    `DELETE FROM events WHERE ${profiles}`,
    `DELETE FROM compacted_cells WHERE ${profiles}`,
    'DELETE FROM cursors WHERE source = ?1',
  ]) {
    database.prepare(sql).run(source);
  }
  // What it knows of rows that are not in the indexes yet may be gone.
  events.forget();
  return {
    changedEvents: changed.reduce((sum, row) => sum + row.events, 0),
    newLimitReadings: 0,
    changedMinutes: [...new Set(changed.map(({ minute }) => minute))].sort((left, right) => left - right),
  };
}
