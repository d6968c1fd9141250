import { dayMs } from '../../../../shared/domain/instant.ts';
import {
  cellColumns,
  daySums,
  eventSums,
  type PartialSums,
  quarterSums,
  quartersADay,
  summedColumns,
  toAggregates,
} from './partial-sums.ts';
import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';

/** The sums that are stored alongside the events, and which of them are out of date (.github/adr/0008). */
export interface RollUps {
  /** Clears the noted changes: call at the start of every transaction. */
  begin(): void;
  /** Notes that this transaction changes numbers on this instant's day. */
  noteChange(atMs: number): void;
  /** Stores the noted changes: call before the transaction ends. */
  markDirty(): void;
  /** Days whose sums are out of date, ascending. */
  dirtyDays(): readonly number[];
  /** Updates the sums of these days; call inside a transaction. */
  refresh(days: readonly number[]): void;
}

/** Above this number of days, one scan through all events replaces a query per day. */
const maxSingleDays = 20;

/** Builds the access to the tables `quarter_cells`, `day_cells` and `dirty_days`. */
export function createRollUps(database: SqliteDatabase): RollUps {
  const readDirty = database.prepare('SELECT day FROM dirty_days ORDER BY day');
  const mark = database.prepare('INSERT OR IGNORE INTO dirty_days (day) VALUES (?)');
  const noted = new Set<number>();

  const refreshSpan = (fromDay: number, toDay: number): void => {
    const isLong = toDay - fromDay > 1;
    const days = `day >= ${fromDay} AND day < ${toDay}`;
    const slices = `slice >= ${fromDay * quartersADay} AND slice < ${toDay * quartersADay}`;
    const events = `at_ms >= ${fromDay * dayMs} AND at_ms < ${toDay * dayMs}`;
    database.exec(`
      DELETE FROM quarter_cells WHERE ${slices};
      ${toInsert(quarterSums, eventSums, events, isLong)};
      INSERT INTO quarter_cells SELECT * FROM compacted_cells WHERE ${slices}
        ON CONFLICT DO UPDATE SET first_ms = min(first_ms, excluded.first_ms),
          last_ms = max(last_ms, excluded.last_ms),
          ${summedColumns.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')};
      DELETE FROM day_cells WHERE ${days};
      ${toInsert(daySums, quarterSums, slices, false)};
      DELETE FROM dirty_days WHERE ${days};
    `);
  };

  return {
    begin: () => noted.clear(),
    noteChange: (atMs) => void noted.add(Math.floor(atMs / dayMs)),
    markDirty() {
      for (const day of noted) mark.run(day);
    },
    dirtyDays: () => readDirty.all().map((row) => Number(row['day'])),
    refresh(days) {
      const [first] = days;
      const last = days.at(-1);
      if (first === undefined || last === undefined) return;
      if (days.length > maxSingleDays) refreshSpan(first, last + 1);
      else for (const day of days) refreshSpan(day, day + 1);
    },
  };
}

/** Sums the rows of one table into a coarser one. */
function toInsert(into: PartialSums, from: PartialSums, condition: string, isScan: boolean): string {
  const { columns } = from;
  return `
    INSERT INTO ${into.table} (${into.key}, ${cellColumns.join(', ')})
    SELECT ${from.key} / ${into.unitMs / from.unitMs} AS place, profile,
      ${columns.context_class ?? 'context_class'} AS class, ${columns.flags ?? 'flags'} AS bits, ${toAggregates(from)}
    FROM ${from.table} ${isScan ? 'NOT INDEXED' : ''} WHERE ${condition} GROUP BY place, profile, class, bits`;
}
