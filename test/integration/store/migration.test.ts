import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { openLedger } from '../../../main/node/store/open-ledger.ts';
import { schemaVersion } from '../../../main/node/store/schema/schema.ts';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import { dayMs, quarterHourMs } from '../../../shared/domain/instant.ts';
import type { UsageCell } from '../../../shared/domain/usage-cell.ts';
import { sampleMs, toOffset } from '../../support/ledger-samples.ts';
import { dumpFolder, openOrThrow, sqliteDrivers } from '../../support/ledger-stores.ts';
import { fixtureBatches, fixtureCompaction, storyBatch, storyPath } from '../../support/ledger-story.ts';
import { varietyBatch } from '../../support/ledger-variety.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

/** Ledgers that earlier versions wrote: the first forty batches of the story. */
const toFixture = (schema: number): string =>
  fileURLToPath(new URL(`../../fixtures/ledgers/schema-${schema}.db`, import.meta.url));
const schemaOne = toFixture(1);
const batches = 40;

function tellStory() {
  const memory = createMemoryLedger();
  for (let index = 0; index < batches; index += 1) memory.apply([storyBatch(index)]);
  return memory;
}

/** Counted events, tokens and logged cost of a ledger of schema 3, as its own tables have them. */
function readTotals(folder: string, name: (typeof sqliteDrivers)[number]) {
  const driver = loadSqlite(name);
  if (!driver.ok) throw new Error(driver.error);
  const database = driver.value.open(path.join(folder, 'ledger.db'), { readOnly: true });
  const rows = database
    .prepare(
      `SELECT 1 AS events, input, cache_1h, cache_read, output, logged_cost_micro_usd AS cost FROM events WHERE flags & 2 = 0
      UNION ALL SELECT events, input, cache_1h, cache_read, output, logged_cost_micro_usd FROM compacted_cells
      WHERE flags & 2 = 0`,
    )
    .all();
  database.close();
  const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  return ['events', 'input', 'cache_1h', 'cache_read', 'output', 'cost'].map(sum);
}

function sumCells(cells: readonly UsageCell[]): readonly number[] {
  const sum = (pick: (cell: UsageCell) => number): number => cells.reduce((total, cell) => total + pick(cell), 0);
  return [
    sum((cell) => cell.events),
    sum(({ usage }) => usage.inputTokens),
    sum(({ usage }) => usage.cacheCreation1hTokens),
    sum(({ usage }) => usage.cacheReadTokens),
    sum(({ usage }) => usage.outputTokens),
    sum((cell) => cell.loggedCostMicroUsd),
  ];
}

/** What a ledger contains, as of an older version: what it compacted says nothing of entrypoints. */
function dumpAsOlder(memory: ReturnType<typeof createMemoryLedger>): string {
  const lines = dumpLedger(memory).split('\n');
  return lines
    .map((line) => (line.startsWith('compacted ') ? line.replace(/"entrypoint":"[^"]*"/, '"entrypoint":null') : line))
    .join('\n');
}

describe.each(sqliteDrivers)('a ledger of schema 1 (%s)', (driver) => {
  it('is migrated to the newest schema with all its contents, and continued', () => {
    const folder = makeFolder();
    copyFileSync(schemaOne, path.join(folder, 'ledger.db'));
    const memory = tellStory();
    const { store, problem } = openOrThrow(folder, 'write', driver);
    expect(problem).toBeNull();
    expect(dumpLedger(store)).toBe(dumpLedger(memory));
    for (const ledger of [store, memory]) {
      ledger.apply([storyBatch(batches), storyBatch(3)]);
      ledger.compact({ beforeMs: sampleMs + dayMs, maxEvents: 100 });
    }
    expect(store.cells({ grainMs: quarterHourMs })).toEqual(memory.cells({ grainMs: quarterHourMs }));
    store.close();
    expect(dumpFolder(folder, driver)).toBe(dumpLedger(memory));
  });

  it('of the next schema keeps what it had rolled up, and sums it', () => {
    const folder = makeFolder();
    copyFileSync(toFixture(2), path.join(folder, 'ledger.db'));
    const memory = tellStory();
    memory.compact({ beforeMs: sampleMs + 200_000, maxEvents: 100 });
    const { store, problem } = openOrThrow(folder, 'write', driver);
    expect(problem).toBeNull();
    expect(dumpLedger(store)).toBe(dumpAsOlder(memory));
    for (const ledger of [store, memory]) ledger.apply([storyBatch(batches)]);
    store.refreshRollups();
    const query = { boundariesMs: [sampleMs + quarterHourMs], groupBy: ['sessionId'] } as const;
    expect(store.sums(query)).toEqual(memory.sums(query));
    store.close();
  });

  it('of schema 3 keeps every profile, every reading and every sum', () => {
    const folder = makeFolder();
    copyFileSync(toFixture(3), path.join(folder, 'ledger.db'));
    const before = readTotals(folder, driver);
    const memory = createMemoryLedger();
    for (const batch of fixtureBatches(3)) memory.apply([batch]);
    memory.compact(fixtureCompaction);
    const { store, problem } = openOrThrow(folder, 'write', driver);
    expect(problem).toBeNull();
    expect(dumpLedger(store)).toBe(dumpAsOlder(memory));
    // A cursor could only be an offset in a file of lines.
    expect(store.cursor(storyPath)?.position).toEqual(toOffset(batches));
    expect(sumCells(store.cells({ grainMs: quarterHourMs }))).toEqual(before);
    const query = { boundariesMs: [], groupBy: ['sessionId', 'project', 'branch'] } as const;
    expect(sumCells(store.sums(query))).toEqual(before);
    expect(store.sums(query)).toEqual(memory.sums(query));
    for (const ledger of [store, memory]) ledger.apply([storyBatch(batches), varietyBatch(schemaVersion)]);
    store.refreshRollups();
    expect(store.sums(query)).toEqual(memory.sums(query));
    store.close();
    expect(dumpFolder(folder, driver)).toBe(dumpAsOlder(memory));
  });

  it('of schema 10 keeps every number; which subagents asked is unknown in it', () => {
    const folder = makeFolder();
    copyFileSync(toFixture(10), path.join(folder, 'ledger.db'));
    const before = readTotals(folder, driver);
    const memory = createMemoryLedger();
    for (const batch of fixtureBatches(10)) memory.apply([batch]);
    memory.compact(fixtureCompaction);
    const { store, problem } = openOrThrow(folder, 'write', driver);
    expect(problem).toBeNull();
    expect(dumpLedger(store)).toBe(dumpLedger(memory));
    const cells = store.cells({ grainMs: quarterHourMs });
    expect(sumCells(cells)).toEqual(before);
    expect(cells.some(({ isSidechain, subagent }) => isSidechain && subagent === null)).toBe(true);
    for (const ledger of [store, memory]) ledger.apply([varietyBatch(schemaVersion)]);
    expect(dumpLedger(store)).toBe(dumpLedger(memory));
    store.close();
  });

  it('is not changed by a reader', () => {
    const folder = makeFolder();
    const file = path.join(folder, 'ledger.db');
    writeFileSync(file, readFileSync(schemaOne));
    expect(openLedger({ folder, mode: 'read', nowMs: sampleMs, driver })).toMatchObject({
      ok: false,
      error: { reason: 'unusable', problem: { id: 'ledger-too-old' } },
    });
    expect(readFileSync(file).equals(readFileSync(schemaOne))).toBe(true);
  });
});
