import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createIngest } from '../../../main/node/ingest/ingest.ts';
import { hashName } from '../../../main/node/store/tables/hash-name.ts';
import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import { sumTotals } from '../../../shared/analytics/totals.ts';
import { quarterHourMs } from '../../../shared/domain/instant.ts';
import { listPrices } from '../../support/list-prices.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { OtherHome } from '../../../shared/sources/source.ts';
import { readGoldenCases, type GoldenCase } from '../../support/golden-cases.ts';
import {
  sortGoldenEvents,
  sumCellsBy,
  sumCellsByDay,
  toGoldenEvent,
  toGoldenLimit,
  toGoldenSum,
} from '../../support/golden-results.ts';
import { dumpFolder, openOrThrow } from '../../support/ledger-stores.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const cases = readGoldenCases().map((golden) => [golden.name, golden] as const);

describe('golden cases, from files through ingest into a ledger on disk', () => {
  it.each(cases)('%s', async (_name, { homes, expected }) => {
    const folder = makeFolder();
    const home = join(folder, 'home');
    const dataFolder = join(folder, 'data');
    for (const state of homes) {
      rmSync(home, { recursive: true, force: true, maxRetries: 10 });
      mkdirSync(home);
      cpSync(state, home, { recursive: true });
      await readInto(dataFolder, home);
    }
    const { store } = openOrThrow(dataFolder);
    try {
      expectEvents(store, expected);
      expectTotals(store, expected);
      expect(store.latestLimitReadings(Infinity).map(toGoldenLimit)).toEqual(expected.limits ?? []);
      if (expected.keepsHistory !== true) expectDiagnosis(store, expected);
    } finally {
      store.close();
    }
  });

  it('change nothing when all are read together, and again after a restart', async () => {
    const folder = makeFolder();
    const dataFolder = join(folder, 'data');
    const homes = cases.flatMap(([, golden]) => golden.homes).map((path) => ({ path, device: 'one' }));
    await readInto(dataFolder, folder, homes);
    const dump = dumpFolder(dataFolder);
    const responses = cases.flatMap(([, { expected }]) => expected.events).length;
    expect(dump.split('\n').filter((line) => line.startsWith('event ')).length).toBeGreaterThan(responses / 2);
    await readInto(dataFolder, folder, homes.toReversed());
    expect(dumpFolder(dataFolder)).toBe(dump);
  });

  it('count a response once that was found on several machines, in any order', async () => {
    // Many cases are copies of others, and a home's later state holds most of what its first one did.
    const homes = cases.flatMap(([, golden]) => golden.homes);
    const dumpOf = async (otherHomes: readonly OtherHome[]): Promise<string> => {
      const folder = makeFolder();
      await readInto(join(folder, 'data'), folder, otherHomes);
      return dumpFolder(join(folder, 'data'));
    };
    const ofOne = await dumpOf(homes.map((path) => ({ path, device: 'one' })));
    const ofMany = homes.map((path, index) => ({ path, device: `machine-${index}` }));
    const dump = await dumpOf(ofMany);
    expect(ofOne).not.toContain('"device":null');
    expect(dump).not.toBe(ofOne);
    expect(withoutDevices(dump)).toEqual(withoutDevices(ofOne));
    expect(await dumpOf(ofMany.toReversed())).toBe(dump);
  });
});

/** Everything but the devices of events, whose order is theirs too. */
function withoutDevices(dump: string): readonly string[] {
  return dump
    .replaceAll(/"device":"[^"]*"/g, '"device":null')
    .split('\n')
    .sort();
}

/** One start of the app on that home: everything is read once, and the ledger is closed. */
async function readInto(dataFolder: string, home: string, otherHomes: readonly OtherHome[] = []): Promise<void> {
  const { store } = openOrThrow(dataFolder);
  const logger = createRecordingLogger();
  const ingest = createIngest({
    sources,
    host: { platform: 'linux', home, variables: {}, otherHomes },
    extraFolders: [],
    store,
    clock: { nowMs: () => Date.now() },
    logger,
  });
  await ingest.scan();
  expect([...ingest.unreadable(), ...logger.lines]).toEqual([]);
  await ingest.stop();
  store.close();
}

function expectEvents(store: InspectableLedger, expected: GoldenCase['expected']): void {
  const entries = [...store.contents().entries];
  const events = expected.events.map(({ id: _id, ...event }) => event);
  expect(sortGoldenEvents(entries.map(toGoldenEvent))).toEqual(sortGoldenEvents(events));
  for (const { id } of expected.events) {
    if (id !== null) expect(entries.flatMap(({ names }) => names)).toContain(hashName(`${expected.source}:${id}`));
  }
}

function expectTotals(store: InspectableLedger, { source, totals, cost }: GoldenCase['expected']): void {
  const cells = store.cells({ source, grainMs: quarterHourMs });
  expect(toGoldenSum(cells)).toEqual({ responses: totals.responses, tokens: totals.tokens });
  expect(cells.reduce((sum, { unfinishedEvents }) => sum + unfinishedEvents, 0)).toBe(totals.unfinished);
  expect(store.stats().find((row) => row.source === source)?.replayedEvents ?? 0).toBe(totals.replays);
  expect(sumCellsBy(cells, ({ model }) => model)).toEqual(totals.byModel);
  expect(sumCellsByDay(cells, 'UTC')).toEqual(totals.byDay);
  for (const [timeZone, days] of Object.entries(totals.byDayIn ?? {})) {
    expect(sumCellsByDay(cells, timeZone)).toEqual(days);
  }
  if (cost === undefined) return;
  const { costMicroUsd, unpricedModels } = sumTotals(cells, listPrices);
  expect({ usd: (costMicroUsd ?? 0) / 1e6, unpricedModels }).toEqual({
    usd: cost.usd,
    unpricedModels: cost.unpricedModels,
  });
}

function expectDiagnosis(store: InspectableLedger, { diagnosis }: GoldenCase['expected']): void {
  const skips: Record<string, number> = {};
  const unloggedCalls: Record<string, number> = {};
  for (const cursor of store.cursors().values()) {
    for (const [reason, count] of Object.entries(cursor.skips)) skips[reason] = (skips[reason] ?? 0) + count;
    for (const [call, count] of Object.entries(cursor.unloggedCalls)) {
      unloggedCalls[call] = (unloggedCalls[call] ?? 0) + count;
    }
  }
  expect({ skips, unloggedCalls }).toEqual(diagnosis);
}
