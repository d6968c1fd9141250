import { createStatsSum } from '../../main/node/store/tables/source-stats.ts';
import { quarterHourMs } from '../../shared/domain/instant.ts';
import type { ProfileDimensions } from '../../shared/domain/profile-fields.ts';
import { createSumPartMapper, toSpans } from '../../shared/ledger/spans.ts';
import { createCellSum, toCell, toCellIdentity } from '../../shared/ledger/sum-cells.ts';
import type { CellQuery, EventStore } from '../../shared/ports/event-store.ts';
import type { CursorStore } from '../../shared/ports/cursor-store.ts';
import type { MemoryTable } from './memory-table.ts';

/** Builds the read side of a table's events: every query goes through all of them. */
export function createMemoryEvents(table: MemoryTable, cursors: CursorStore): EventStore {
  const cells: EventStore['cells'] = (query) => {
    const sum = createCellSum();
    for (const { event, isReplay } of table.entries()) {
      if (isReplay || !isWanted(query, event.atMs, event.profile)) continue;
      sum.add(toCellIdentity(event.profile), toCell(event, query.grainMs));
    }
    for (const { cell, isReplay } of table.compacted().cells) {
      if (isReplay || !isWanted(query, cell.startMs, cell)) continue;
      sum.add(toCellIdentity(cell), cell);
    }
    return sum.cells();
  };

  return {
    cells,
    sums(query) {
      const sum = createCellSum();
      const toSumPart = createSumPartMapper(query.groupBy);
      for (const { startMs, endMs } of toSpans(query)) {
        for (const cell of cells({ ...query, fromMs: startMs, toMs: endMs, grainMs: quarterHourMs })) {
          const part = toSumPart(cell, startMs);
          sum.add(toCellIdentity(part), part);
        }
      }
      return sum.cells();
    },
    stats() {
      const sum = createStatsSum();
      for (const { source } of cursors.cursors().values()) sum.addSource(source);
      for (const { event, isReplay } of table.entries())
        sum.add(event.profile.source, 1, isReplay, event.atMs, event.atMs);
      for (const { cell, isReplay } of table.compacted().cells) {
        sum.add(cell.source, cell.events, isReplay, cell.firstAtMs, cell.lastAtMs);
      }
      return sum.stats();
    },
  };
}

function isWanted(query: CellQuery, atMs: number, profile: ProfileDimensions): boolean {
  const { fromMs = -Infinity, toMs = Infinity, source, sessionId } = query;
  return (
    atMs >= fromMs &&
    atMs < toMs &&
    (source === undefined || profile.source === source) &&
    (sessionId === undefined || profile.sessionId === sessionId)
  );
}
