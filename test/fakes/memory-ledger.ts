import { quarterHourMs } from '../../shared/domain/instant.ts';
import type { LimitReading } from '../../shared/domain/limit-window.ts';
import { absorbRecords } from '../../shared/ledger/absorb-records.ts';
import { compactEvents } from '../../shared/ledger/compact-events.ts';
import { isSameLimit } from '../../shared/domain/limit-id.ts';
import {
  compareByTime,
  compareReadings,
  groupBySlot,
  pickNewestReadings,
  thinReadings,
  toSlotKey,
} from '../../shared/ledger/limit-history.ts';
import { createSumPartMapper, toSpans } from '../../shared/ledger/spans.ts';
import { createMemoryTable } from './memory-table.ts';
import { createCellSum, toCell, toCellIdentity } from '../../shared/ledger/sum-cells.ts';
import type { FileCursor } from '../../shared/ports/ledger-store.ts';
import { hashName } from '../../main/node/store/hash-name.ts';
import type { InspectableLedger } from '../../shared/ledger/ledger-contents.ts';
import { toKnownFile } from '../../shared/ledger/cursor-position.ts';
import { createStatsSum } from '../../main/node/store/source-stats.ts';
import { splitRecords } from '../../main/node/store/split-records.ts';

/** Builds a ledger store that lives in memory: for tests, and for looking without leaving anything behind. */
export function createMemoryLedger(): InspectableLedger {
  const table = createMemoryTable();
  const slots = new Map<string, readonly LimitReading[]>();
  const cursors = new Map<string, FileCursor>();

  const addToSlot = (readings: readonly LimitReading[]): number => {
    const [sample] = readings;
    if (sample === undefined) return 0;
    const key = toSlotKey(sample);
    const stored = slots.get(key) ?? [];
    const kept = thinReadings([...stored, ...readings]);
    slots.set(key, kept);
    return kept.filter((reading) => !stored.some((other) => compareReadings(other, reading) === 0)).length;
  };
  const allReadings = (): readonly LimitReading[] => [...slots.values()].flat();

  return {
    cursors: () => new Map(cursors),
    knownFiles: () =>
      new Map([...cursors].flatMap(([path, cursor]) => (cursor.isGone ? [] : [[path, toKnownFile(cursor)] as const]))),
    cursor: (path) => cursors.get(path),
    apply(batches) {
      const { events, links, readings } = splitRecords(batches);
      const delta = absorbRecords(table, events, links, hashName);
      let newLimitReadings = 0;
      for (const slot of groupBySlot(readings)) newLimitReadings += addToSlot(slot);
      for (const { cursor } of batches) cursors.set(cursor.path, cursor);
      return { ...delta, newLimitReadings };
    },
    compact({ beforeMs, maxEvents }) {
      const compactedEvents = compactEvents(table, beforeMs, maxEvents);
      return { compactedEvents, isDone: compactedEvents < maxEvents };
    },
    cells({ fromMs = -Infinity, toMs = Infinity, source, sessionId, grainMs }) {
      const sum = createCellSum();
      for (const { event, isReplay } of table.entries()) {
        if (isReplay || event.atMs < fromMs || event.atMs >= toMs) continue;
        if (source !== undefined && event.profile.source !== source) continue;
        if (sessionId !== undefined && event.profile.sessionId !== sessionId) continue;
        sum.add(toCellIdentity(event.profile), toCell(event, grainMs));
      }
      for (const { cell, isReplay } of table.compacted().cells) {
        if (isReplay || cell.startMs < fromMs || cell.startMs >= toMs) continue;
        if (source !== undefined && cell.source !== source) continue;
        if (sessionId !== undefined && cell.sessionId !== sessionId) continue;
        sum.add(toCellIdentity(cell), cell);
      }
      return sum.cells();
    },
    sums(query) {
      const sum = createCellSum();
      const toSumPart = createSumPartMapper(query.groupBy);
      for (const { startMs, endMs } of toSpans(query)) {
        for (const cell of this.cells({ ...query, fromMs: startMs, toMs: endMs, grainMs: quarterHourMs })) {
          const part = toSumPart(cell, startMs);
          sum.add(toCellIdentity(part), part);
        }
      }
      return sum.cells();
    },
    refreshRollups() {},
    limitReadings: ({ fromMs, toMs, limit }) =>
      allReadings()
        .filter(({ id, observedAtMs }) => {
          const isWanted = limit === undefined || isSameLimit(id, limit);
          return isWanted && observedAtMs >= fromMs && observedAtMs < toMs;
        })
        .sort(compareByTime),
    latestLimitReadings: (atMs) => pickNewestReadings(allReadings().filter((reading) => reading.observedAtMs <= atMs)),
    stats() {
      const sum = createStatsSum();
      for (const { source } of cursors.values()) sum.see(source);
      for (const { event, isReplay } of table.entries())
        sum.add(event.profile.source, 1, isReplay, event.atMs, event.atMs);
      for (const { cell, isReplay } of table.compacted().cells) {
        sum.add(cell.source, cell.events, isReplay, cell.firstAtMs, cell.lastAtMs);
      }
      return sum.stats();
    },
    contents: () => ({
      entries: table.entries(),
      compacted: table.compacted(),
      families: Array.from(table.families.all(), (threads) =>
        threads.map((thread) => {
          const [source = '', ...name] = thread.split('\n');
          return [source, name.join('\n')] as const;
        }),
      ),
      readings: allReadings(),
      cursors: cursors.values(),
    }),
    close() {},
  };
}
