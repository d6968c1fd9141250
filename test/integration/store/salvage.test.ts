import { copyFileSync, cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dumpLedger } from '../../support/dump-ledger.ts';
import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { schemaVersion } from '../../../main/node/store/schema/schema.ts';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import { toQuarterRow } from '../../../shared/activity/slots.ts';
import { createProblem } from '../../../shared/domain/problem.ts';
import { hourMs, minuteMs, quarterHourMs } from '../../../shared/domain/instant.ts';
import type { LedgerStore } from '../../../shared/ports/ledger-store.ts';
import { eventBatchOf, eventOf, sampleMs } from '../../support/ledger-samples.ts';
import { dumpFolder, openOrThrow } from '../../support/ledger-stores.ts';
import { storyBatch } from '../../support/ledger-story.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const all = { grainMs: quarterHourMs };
const pageBytes = 4096;
const storyOf = (length: number) => Array.from({ length }, (_, index) => storyBatch(index));
/** Enough for tables of several pages, of which each is damaged in turn. */
const batches = storyOf(14);
const toFixture = (schema: number): string =>
  fileURLToPath(new URL(`../../fixtures/ledgers/schema-${schema}.db`, import.meta.url));
const schemaOne = toFixture(1);

function execute(file: string, sql: string): void {
  const loaded = loadSqlite();
  if (!loaded.ok) throw new Error(loaded.error);
  const database = loaded.value.open(file);
  database.exec(sql);
  database.close();
}

/** Overwrites the page at which a table or an index begins. */
function damageObject(file: string, name: string): void {
  const loaded = loadSqlite();
  if (!loaded.ok) throw new Error(loaded.error);
  const database = loaded.value.open(file, { readOnly: true });
  const row = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(name);
  database.close();
  const page = Number(row?.['rootpage']);
  const bytes = readFileSync(file);
  bytes.fill(0xa5, (page - 1) * pageBytes, page * pageBytes);
  writeFileSync(file, bytes);
}

/** A folder with a ledger of the story, and how many pages its file has. */
function makeLedger(prepare: (store: InspectableLedger) => void = () => undefined): { folder: string; pages: number } {
  const folder = makeFolder();
  const { store } = openOrThrow(folder);
  store.apply(batches);
  prepare(store);
  store.close();
  return { folder, pages: readFileSync(path.join(folder, 'ledger.db')).length / pageBytes };
}

/** A copy of a ledger with one page overwritten. */
function damage(folder: string, page: number): string {
  const copy = makeFolder();
  cpSync(folder, copy, { recursive: true });
  const file = path.join(copy, 'ledger.db');
  const bytes = readFileSync(file);
  bytes.fill(0xa5, page * pageBytes, (page + 1) * pageBytes);
  writeFileSync(file, bytes);
  return copy;
}

const eventsIn = (store: LedgerStore): number =>
  store.stats().reduce((sum, { events, replayedEvents }) => sum + events + replayedEvents, 0);
const asideIn = (folder: string, why: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith(`ledger.${why}-`) && name.endsWith('.db'));

describe('a ledger with a damaged page', () => {
  it('is the same again after rereading the logs, whichever page it is and whenever it is noticed', () => {
    const { folder, pages } = makeLedger();
    const undisturbed = dumpFolder(folder);
    expect(pages).toBeGreaterThan(20);
    let noticed = 0;
    for (let page = 1; page < pages; page += 1) {
      for (const isNoticedAtOnce of [true, false]) {
        const copy = damage(folder, page);
        // After a killed writer, the next one checks all pages.
        if (isNoticedAtOnce) writeFileSync(path.join(copy, 'ledger.db-wal'), 'left over');
        const { store, problem, onReplaced } = openOrThrow(copy);
        const problems = problem === null ? [] : [problem];
        onReplaced((news) => news !== null && problems.push(news));
        const feed = (): void => {
          try {
            store.apply(batches);
          } catch {
            // The writer must continue from the cursors that exist now.
            store.apply(batches);
          }
        };
        feed();
        store.stats();
        store.cells(all);
        const contents = dumpLedger(store);
        feed();
        expect(dumpLedger(store)).toBe(undisturbed);
        expect(contents).not.toBe('');
        store.close();
        expect(dumpFolder(copy)).toBe(undisturbed);
        noticed += problems.length;
        if (problems.length > 0) expect(asideIn(copy, 'corrupt')).toHaveLength(problems.length);
      }
    }
    // Only damage to unused pages goes unnoticed.
    expect(noticed).toBeGreaterThan(pages);
  });

  it('keeps its totals when part of it had been compacted', () => {
    const beforeMs = sampleMs + hourMs;
    const { folder, pages } = makeLedger((store) => store.compact({ beforeMs, maxEvents: 1_200 }));
    const whole = openOrThrow(folder).store;
    const expected = { cells: whole.cells(all), stats: whole.stats() };
    expect(whole.contents().compacted.names.length).toBeGreaterThan(200);
    whole.close();
    for (let page = 1; page < pages; page += 1) {
      const copy = damage(folder, page);
      writeFileSync(path.join(copy, 'ledger.db-wal'), 'left over');
      const { store } = openOrThrow(copy);
      store.apply(batches);
      expect(store.cells(all)).toEqual(expected.cells);
      store.close();
    }
  });

  it('loses only what was on that page of deleted logs, and reports how much', () => {
    const { folder, pages } = makeLedger();
    const whole = openOrThrow(folder).store;
    const total = eventsIn(whole);
    whole.close();
    const kept: number[] = [];
    for (let page = 1; page < pages; page += 1) {
      const copy = damage(folder, page);
      const { store, problem } = openOrThrowVerified(copy);
      if (problem === null) continue;
      kept.push(eventsIn(store));
      if (problem.id !== 'ledger-corrupt') throw new Error(`unexpected problem: ${problem.id}`);
      const { salvage } = problem.parameters;
      expect(salvage?.carriedOver ?? 0).toBe(eventsIn(store));
      if (salvage !== null && salvage.lost !== null && salvage.lost > 0) {
        expect(salvage.carriedOver + salvage.lost).toBe(total);
      }
      store.close();
    }
    // A page has about eighty events. Only the pages that locate everything else are needed for all of them: three of the
    // schema and the root of the events.
    const most = kept.filter((events) => events >= total - 100);
    expect(most.length).toBeGreaterThanOrEqual(kept.length - 4);
  });
});

function openOrThrowVerified(folder: string) {
  writeFileSync(path.join(folder, 'ledger.db-wal'), 'left over');
  return openOrThrow(folder);
}

describe('a ledger whose rolled-up part', () => {
  const makeHalf = () => {
    let [single, all] = [0, 0];
    const { folder } = makeLedger((store) => {
      store.compact({ beforeMs: sampleMs + minuteMs, maxEvents: 100 });
      [single, all] = [[...store.contents().entries].length, eventsIn(store)];
    });
    return { folder, single, all };
  };

  it('can be read counts what was carried over with it', () => {
    const { folder, all: total } = makeHalf();
    damageObject(path.join(folder, 'ledger.db'), 'events_by_thread');
    const { problem, store } = openOrThrowVerified(folder);
    expect(problem).toMatchObject({ parameters: { salvage: { carriedOver: total, lost: 0, hasRollups: true } } });
    expect(eventsIn(store)).toBe(total);
    store.close();
  });

  it('cannot be read keeps the rest, and says so', () => {
    const { folder, single } = makeHalf();
    damageObject(path.join(folder, 'ledger.db'), 'compacted_cells');
    const { problem, store } = openOrThrowVerified(folder);
    expect(problem).toMatchObject({ parameters: { salvage: { carriedOver: single, hasRollups: false } } });
    expect(eventsIn(store)).toBe(single);
    store.close();
  });
});

describe('inconsistent rows', () => {
  it.each([
    ['a text', "DELETE FROM texts WHERE text = (SELECT max(text) FROM texts WHERE text LIKE 'thread-%')"],
    ['a profile', 'DELETE FROM profiles WHERE id = 3'],
    ['a cursor', `UPDATE cursors SET reader_state = 'oops'`],
  ])('are noticed in use, and repaired: %s', (_name, sql) => {
    const { folder } = makeLedger();
    const undisturbed = dumpFolder(folder);
    execute(path.join(folder, 'ledger.db'), `PRAGMA foreign_keys = OFF; ${sql}`);
    const { store, problem, onReplaced } = openOrThrow(folder);
    const problems = problem === null ? [] : [problem];
    onReplaced((news) => news !== null && problems.push(news));
    store.stats();
    store.cells(all);
    store.cursors();
    try {
      store.apply(batches);
    } catch {
      store.apply(batches);
    }
    expect(problems).toMatchObject([{ id: 'ledger-corrupt' }]);
    expect(dumpLedger(store)).toBe(undisturbed);
    store.close();
  });
});

describe('a damaged ledger of an older schema', () => {
  it.each([1, 3])('keeps every limit reading and event that can be read: schema %i', (schema) => {
    const folder = makeFolder();
    copyFileSync(toFixture(schema), path.join(folder, 'ledger.db'));
    const whole = openOrThrow(folder).store;
    const range = { fromMs: 0, toMs: Infinity };
    const expected = { readings: whole.limitReadings(range), events: eventsIn(whole) };
    expect(expected.readings.length).toBeGreaterThan(20);
    whole.close();

    const damaged = makeFolder();
    const file = path.join(damaged, 'ledger.db');
    copyFileSync(toFixture(schema), file);
    // Nothing is copied from it.
    damageObject(file, 'events_by_thread');
    const { store, problem } = openOrThrowVerified(damaged);
    expect(problem).toMatchObject({ id: 'ledger-corrupt', parameters: { salvage: { lost: 0 } } });
    expect(store.limitReadings(range)).toEqual(expected.readings);
    expect(eventsIn(store)).toBe(expected.events);
    store.close();
  });
});

describe('a replacement', () => {
  it('is put in its place when the process that made it was killed just before', () => {
    const { folder } = makeLedger();
    const undisturbed = dumpFolder(folder);
    renameSync(path.join(folder, 'ledger.db'), path.join(folder, 'ledger.salvaged.db'));
    expect(dumpFolder(folder)).toBe(undisturbed);
    expect(readdirSync(folder).filter((name) => name.includes('salvage'))).toEqual([]);
  });

  it('that was not finished is deleted', () => {
    const { folder } = makeLedger();
    const undisturbed = dumpFolder(folder);
    for (const name of ['ledger.salvage.db', 'ledger.salvaged.db']) writeFileSync(path.join(folder, name), 'half');
    const copy = damage(folder, 1);
    const { store } = openOrThrowVerified(copy);
    store.apply(batches);
    store.close();
    expect(dumpFolder(copy)).toBe(undisturbed);
    expect(readdirSync(copy).filter((name) => name.includes('salvage'))).toEqual([]);
  });
});

describe('a ledger that a newer Fuelgauge had written', () => {
  const newEvents = eventBatchOf(eventOf({ key: 'since', sessionId: 'since' }));

  it('is read back as soon as its schema is known, once, with what was counted since', () => {
    const { folder } = makeLedger();
    execute(path.join(folder, 'ledger.db'), 'PRAGMA user_version = 999');
    const older = openOrThrow(folder);
    expect(older.problem).toMatchObject({ id: 'ledger-newer' });
    expect(eventsIn(older.store)).toBe(0);
    older.store.apply([...batches.slice(30), newEvents]);
    older.store.close();
    // Nothing changes while the schema is unknown.
    openOrThrow(folder).store.close();

    const [aside = ''] = asideIn(folder, 'newer');
    execute(path.join(folder, aside), `PRAGMA user_version = ${schemaVersion}`);
    const memory = createMemoryLedger();
    memory.apply([...batches, newEvents]);
    for (let count = 0; count < 2; count += 1) {
      const { store, problem } = openOrThrow(folder);
      expect(problem).toBeNull();
      expect(store.cells(all)).toEqual(memory.cells(all));
      store.close();
    }
    expect(asideIn(folder, 'newer')).toEqual([]);
    expect(asideIn(folder, 'restored')).toHaveLength(1);
  });

  it('brings back the use of sites, with how far was read, so that nothing is counted twice', () => {
    const subject = { kind: 'site', name: 'claude.ai', via: 'firefox', origin: 'history' } as const;
    const added = [toQuarterRow(subject, sampleMs, { activeMs: 60_000, count: 1 })];
    const { folder } = makeLedger((store) =>
      store.recordActivity({ added, raised: [], cursors: new Map([['firefox', '7']]) }),
    );
    execute(path.join(folder, 'ledger.db'), 'PRAGMA user_version = 999');
    openOrThrow(folder).store.close();
    const [aside = ''] = asideIn(folder, 'newer');
    execute(path.join(folder, aside), `PRAGMA user_version = ${schemaVersion}`);
    const { store } = openOrThrow(folder);
    expect(store.activity({ fromMs: 0, toMs: Infinity })).toEqual(added);
    expect([...store.activityCursors()]).toEqual([['firefox', '7']]);
    store.close();
  });

  it('is read back even if its schema has become old since', () => {
    const folder = makeFolder();
    copyFileSync(schemaOne, path.join(folder, 'ledger.newer-20260501T100000Z.db'));
    const { store, problem } = openOrThrow(folder);
    expect(problem).toBeNull();
    const memory = createMemoryLedger();
    memory.apply(storyOf(40));
    expect(store.cells(all)).toEqual(memory.cells(all));
    store.close();
    expect(readFileSync(path.join(folder, asideIn(folder, 'restored')[0] ?? '')).equals(readFileSync(schemaOne))).toBe(
      true,
    );
  });

  it('is not counted twice where both had compacted the same, and this is reported', () => {
    const compactAll = (store: LedgerStore) => store.compact({ beforeMs: Infinity, maxEvents: 1e6 });
    const { folder } = makeLedger(compactAll);
    const { folder: aside } = makeLedger((store) => {
      store.apply([newEvents]);
      compactAll(store);
    });
    const open = openOrThrow(folder).store;
    const before = open.cells(all);
    open.close();
    copyFileSync(path.join(aside, 'ledger.db'), path.join(folder, 'ledger.newer-20260501T100000Z.db'));
    const { store, problem } = openOrThrow(folder);
    expect(problem).toMatchObject({ id: 'ledger-restored-in-part' });
    expect(store.cells(all)).toEqual(before);
    store.close();
  });

  it('is not counted twice, and nothing has to be reported, where both are the same', () => {
    const { folder } = makeLedger((store) => store.compact({ beforeMs: Infinity, maxEvents: 1e6 }));
    copyFileSync(path.join(folder, 'ledger.db'), path.join(folder, 'ledger.newer-20260501T100000Z.db'));
    const before = openOrThrow(folder);
    expect(before.problem).toBeNull();
    expect(asideIn(folder, 'restored')).toHaveLength(1);
    const memory = createMemoryLedger();
    memory.apply(batches);
    expect(before.store.cells(all)).toEqual(memory.cells(all));
    before.store.close();
  });

  it('is taken in without its rolled-up part when that cannot be read, and this is reported', () => {
    let single = 0;
    const { folder: aside } = makeLedger((store) => {
      store.compact({ beforeMs: sampleMs + minuteMs, maxEvents: 100 });
      single = [...store.contents().entries].length;
      expect(eventsIn(store)).toBeGreaterThan(single);
    });
    damageObject(path.join(aside, 'ledger.db'), 'compacted_cells');
    const folder = makeFolder();
    for (const name of ['rescued-20260501T100000Z', 'rescued-20260502T100000Z']) {
      copyFileSync(path.join(aside, 'ledger.db'), path.join(folder, `ledger.${name}.db`));
    }
    const { store, problem } = openOrThrow(folder);
    const [kept = ''] = asideIn(folder, 'restored');
    expect(problem).toEqual(createProblem('ledger-restored-in-part', { keptPath: path.join(folder, kept) }));
    expect(single).toBeGreaterThan(20);
    expect(eventsIn(store)).toBe(single);
    store.close();
    // One at a time, so that each is reported.
    expect(asideIn(folder, 'rescued')).toEqual(['ledger.rescued-20260502T100000Z.db']);
  });

  it('absorbs the single events of this one into what it had compacted', () => {
    const { folder } = makeLedger();
    const { folder: aside } = makeLedger((store) => store.compact({ beforeMs: Infinity, maxEvents: 1e6 }));
    const { store: whole } = openOrThrow(folder);
    const cells = whole.cells(all);
    whole.close();
    copyFileSync(path.join(aside, 'ledger.db'), path.join(folder, 'ledger.newer-20260501T100000Z.db'));
    const { store, problem } = openOrThrow(folder);
    expect(problem).toBeNull();
    expect(store.cells(all)).toEqual(cells);
    expect([...store.contents().entries]).toEqual([]);
    store.close();
  });
});
