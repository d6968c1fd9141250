import { endOfTimeMs } from '../../../../shared/ledger/spans.ts';
import type { LedgerSourceStats } from '../../../../shared/ports/event-store.ts';
import { cellFlags, type PartialSums, toAggregates } from './partial-sums.ts';
import { createStatsSum } from './source-stats.ts';
import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';
import { InconsistentLedgerError } from '../store-errors.ts';
import { splitSpans } from './span-parts.ts';
import { joinRanges, partTables, toRanges } from './sums.ts';

/** Implements `EventStore.stats`, given the sources of all files and the days whose stored sums are out of date. */
export type StatsReader = (sources: readonly string[], dirtyDays: readonly number[]) => readonly LedgerSourceStats[];

/** Builds the reader. */
export function createStatsReader(database: SqliteDatabase): StatsReader {
  const statements = partTables.map(([table, kind]) => ({ table, kind, statement: database.prepare(toSql(table)) }));
  return (sources, dirtyDays) => {
    const sum = createStatsSum();
    for (const source of sources) sum.addSource(source);
    const parts = splitSpans([{ startMs: 0, endMs: endOfTimeMs }], dirtyDays);
    for (const { table, kind, statement } of statements) {
      if (parts[kind].length === 0) continue;
      for (const row of statement.all(toRanges(parts[kind], table.unitMs))) {
        if (row['source'] === null) throw new InconsistentLedgerError('the ledger lacks the source of events');
        const [events, firstAtMs, lastAtMs] = [row['events'], row['first_ms'], row['last_ms']].map(Number);
        sum.add(String(row['source']), events ?? 0, row['replay'] !== 0, firstAtMs ?? 0, lastAtMs ?? 0);
      }
    }
    return sum.stats();
  };
}

function toSql(table: PartialSums): string {
  return `
    SELECT (SELECT text FROM texts WHERE id = profiles.source) AS source,
      ${table.columns.flags ?? 'flags'} & ${cellFlags.replay} AS replay, ${toAggregates(table)}
    FROM ${joinRanges(table)} GROUP BY profiles.source, replay`;
}
