import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import { createCellSum, toCellIdentity } from '../../../../shared/ledger/sum-cells.ts';
import type { CellQuery } from '../../../../shared/ports/event-store.ts';
import { toUsageCell } from './cell-rows.ts';
import type { CompactedTable } from './compacted.ts';
import { eventFlags } from './event-rows.ts';
import { eventSums, toAggregates } from './partial-sums.ts';
import type { ProfileTable } from './profiles.ts';
import { withProfiles } from './sums.ts';
import type { SqliteDatabase, SqliteStatement } from '../../sqlite/sqlite-driver.ts';

/** Implements `EventStore.cells` on the tables of events and of compacted cells. */
export type CellReader = (query: CellQuery) => readonly UsageCell[];

/**
 * Builds the reader. SQLite sums by profile; profiles that differ only in fields that cells do not show are merged
 * here.
 */
export function createCellReader(
  database: SqliteDatabase,
  profiles: ProfileTable,
  compacted: CompactedTable,
): CellReader {
  const statements = new Map<string, SqliteStatement>();
  return ({ fromMs, toMs, source, sessionId, grainMs }) => {
    const conditions: string[] = [`flags & ${eventFlags.replay} = 0`];
    const values: (string | number)[] = [];
    const restrict = (condition: string, value: string | number | undefined): void => {
      if (value === undefined) return;
      conditions.push(condition);
      values.push(value);
    };
    restrict('at_ms >= ?', fromMs);
    restrict('at_ms < ?', toMs);
    restrict(`profile IN (SELECT id FROM profiles WHERE source = ${textId})`, source);
    restrict(`profile IN (SELECT id FROM profiles WHERE session = ${textId})`, sessionId);

    const sql = toSql(conditions, grainMs);
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    const sum = createCellSum();
    const identities = new Map<number, string>();
    const rows = statement.all(...values);
    for (const row of withProfiles(rows, profiles)) {
      const id = Number(row['profile']);
      const dimensions = profiles.dimensionsOf(id);
      let identity = identities.get(id);
      if (identity === undefined) identities.set(id, (identity = toCellIdentity(dimensions)));
      sum.add(identity, toUsageCell(row, dimensions, Number(row['slice']) * grainMs));
    }
    for (const { cell, isReplay } of compacted.cells({ fromMs, toMs, source, sessionId })) {
      if (!isReplay) sum.add(toCellIdentity(cell), cell);
    }
    return sum.cells();
  };
}

const textId = '(SELECT id FROM texts WHERE text = ?)';

function toSql(conditions: readonly string[], grainMs: number): string {
  const { columns } = eventSums;
  // The grain is part of the SQL text: bound numbers are reals, and this must be an integer division.
  return `
    SELECT at_ms / ${Math.trunc(grainMs)} AS slice, profile, ${columns.context_class} AS class,
      ${columns.flags} AS bits, ${toAggregates(eventSums)}
    FROM events WHERE ${conditions.join(' AND ')} GROUP BY slice, profile, class, bits`;
}
