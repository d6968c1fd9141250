import { hashName } from '../../main/node/store/tables/hash-name.ts';
import { splitRecords } from '../../main/node/store/split-records.ts';
import { absorbRecords } from '../../shared/ledger/absorb-records.ts';
import { compactEvents } from '../../shared/ledger/compact-events.ts';
import type { InspectableLedger } from '../../shared/ledger/ledger-contents.ts';
import { createMemoryActivity } from './memory-activity.ts';
import { createMemoryCursors } from './memory-cursors.ts';
import { createMemoryEvents } from './memory-events.ts';
import { createMemoryLimits } from './memory-limits.ts';
import { createMemorySamples } from './memory-samples.ts';
import { createMemoryTable, type MemoryTable } from './memory-table.ts';

/** Builds a ledger store in memory, for tests. */
export function createMemoryLedger(): InspectableLedger {
  const table = createMemoryTable();
  const limits = createMemoryLimits();
  const samples = createMemorySamples();
  const activity = createMemoryActivity();
  const cursors = createMemoryCursors();
  return {
    ...createMemoryEvents(table, cursors),
    ...cursors,
    ...limits,
    ...samples,
    ...activity,
    apply(batches) {
      const { events, links, readings } = splitRecords(batches);
      const delta = absorbRecords(table, events, links, hashName);
      const newLimitReadings = limits.add(readings);
      for (const { cursor } of batches) cursors.put(cursor);
      return { ...delta, newLimitReadings };
    },
    forgetSource(source) {
      const { events, minutes } = table.forgetSource(source);
      cursors.forgetSource(source);
      return { changedEvents: events, newLimitReadings: 0, changedMinutes: minutes };
    },
    compact({ beforeMs, maxEvents }) {
      const compactedEvents = compactEvents(table, beforeMs, maxEvents);
      return { compactedEvents, isDone: compactedEvents < maxEvents };
    },
    refreshRollups() {},
    contents: () => ({
      entries: table.entries(),
      compacted: table.compacted(),
      families: listFamilies(table),
      readings: limits.all(),
      samples: samples.all(),
      activity: activity.activity({ fromMs: 0, toMs: Infinity }),
      activityCursors: activity.activityCursors(),
      cursors: cursors.cursors().values(),
    }),
    close() {},
  };
}

function listFamilies({ families }: MemoryTable): readonly (readonly (readonly [string, string])[])[] {
  return Array.from(families.all(), (threads) =>
    threads.map((thread) => {
      const [source = '', ...name] = thread.split('\n');
      return [source, name.join('\n')] as const;
    }),
  );
}
