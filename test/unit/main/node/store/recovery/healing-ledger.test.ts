import { describe, expect, it } from 'vitest';
import { loadSqlite } from '../../../../../../main/node/sqlite/sqlite-driver.ts';
import { createHealingLedger, type LedgerRepair } from '../../../../../../main/node/store/recovery/healing-ledger.ts';
import { openForWriting } from '../../../../../../main/node/store/open-database.ts';
import { createSqliteLedger, type SqliteLedger } from '../../../../../../main/node/store/sqlite-ledger.ts';
import { toQuarterRow } from '../../../../../../shared/activity/slots.ts';
import { floorTo, minuteMs, quarterHourMs } from '../../../../../../shared/domain/instant.ts';
import { createProblem } from '../../../../../../shared/domain/problem.ts';
import type { InspectableLedger } from '../../../../../../shared/ledger/ledger-contents.ts';
import { dumpLedger } from '../../../../../support/dump-ledger.ts';
import { batchOf, eventBatchOf, eventOf, sampleMs } from '../../../../../support/ledger-samples.ts';
import { storyBatch, storyPath } from '../../../../../support/ledger-story.ts';

const problem = createProblem('ledger-corrupt', { setAsidePath: '/data/ledger.corrupt.db', salvage: null });
const everything = { fromMs: 0, toMs: Infinity };
const added = [
  toQuarterRow({ kind: 'site', name: 'claude.ai', via: 'firefox', origin: 'history' }, sampleMs, { count: 1 }),
];
const minute = { startMs: floorTo(sampleMs, minuteMs), grainMs: 60_000, agent: 'codex', sessionId: null } as const;
const usage = [{ ...minute, runningMs: 60_000, activeMs: 1, cpuMs: 1, rssKibMs: 1, maxRssBytes: 1, maxProcesses: 1 }];
const brokenBatch = batchOf([{ kind: 'event', event: eventOf({ key: 'k9' }) }], { path: '/log', lines: Number.NaN });

interface Fixture {
  readonly ledger: SqliteLedger;
  /** From now on, SQLite reports everything that is asked of it as damaged. */
  damage(): void;
  /** Loses a table that others refer to. */
  loseTable(): void;
  closings(): number;
}

/** In memory. Node's own library does not let its schema be damaged. */
function makeLedger(): Fixture {
  const driver = loadSqlite('libsql');
  if (!driver.ok) throw new Error(driver.error);
  const opened = openForWriting(driver.value, ':memory:', false);
  if (opened.state !== 'open') throw new Error(opened.state);
  const { database, close } = opened;
  let closings = 0;
  const ledger = createSqliteLedger(database, () => {
    closings += 1;
    close();
  });
  ledger.apply([storyBatch(0)]);
  ledger.addProcessUsage(usage);
  ledger.recordActivity({ added, raised: [], cursors: new Map([['firefox', '7']]) });
  return {
    ledger,
    damage: () =>
      database.exec(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'events';
        PRAGMA writable_schema = OFF; PRAGMA schema_version = 99`),
    closings: () => closings,
    loseTable: () => database.exec('PRAGMA foreign_keys = OFF; DROP TABLE profiles'),
  };
}

const rebuildNever: Pick<LedgerRepair, 'rebuild'> = { rebuild: () => null };

/** A ledger that is replaced by the next of `others` whenever it is damaged. */
function makeHealing(...others: readonly SqliteLedger[]) {
  const first = makeLedger();
  const waiting = [...others];
  const healing = createHealingLedger(first.ledger, {
    ...rebuildNever,
    replace() {
      const ledger = waiting.shift();
      if (ledger === undefined) throw new Error('the disk is full');
      return { ledger, problem };
    },
  });
  const news: unknown[] = [];
  healing.onReplaced((each) => news.push(each));
  return { first, healing, news };
}

type Use = (store: InspectableLedger) => unknown;

const reads = {
  cursors: (store) => [...store.cursors()],
  knownFiles: (store) => store.knownFiles().get(storyPath),
  cursor: (store) => store.cursor(storyPath),
  cells: (store) => store.cells({ grainMs: quarterHourMs }),
  sums: (store) => store.sums({ boundariesMs: [], groupBy: [] }),
  stats: (store) => store.stats(),
  limitReadings: (store) => store.limitReadings(everything),
  latestLimitReadings: (store) => store.latestLimitReadings(Infinity),
  processUsage: (store) => store.processUsage(everything),
  activity: (store) => store.activity(everything),
  activityCursors: (store) => [...store.activityCursors()],
  contents: (store) => dumpLedger(store),
  refreshRollups: (store) => store.refreshRollups(),
} as const satisfies Partial<Record<keyof InspectableLedger, Use>>;

const writes = {
  apply: (store) => store.apply([eventBatchOf(eventOf({ key: 'new' }))]),
  forgetSource: (store) => store.forgetSource('codex'),
  addProcessUsage: (store) => store.addProcessUsage(usage),
  thinProcessUsage: (store) => store.thinProcessUsage({ quartersBeforeMs: Infinity, dropBeforeMs: 0 }),
  recordActivity: (store) => store.recordActivity({ added, raised: [], cursors: new Map() }),
  thinActivity: (store) => store.thinActivity({ daysBeforeMs: Infinity }),
  forgetActivity: (store) => store.forgetActivity({ kinds: ['site'], atMs: sampleMs }),
  compact: (store) => store.compact({ beforeMs: Infinity, maxEvents: 10 }),
} as const satisfies Record<Exclude<keyof InspectableLedger, keyof typeof reads | 'close'>, Use>;

describe('a ledger that turns out to be damaged', () => {
  it.each(Object.entries<Use>(reads))('answers from its replacement: %s', (_name, ask) => {
    const { first, healing, news } = makeHealing(makeLedger().ledger);
    expect(ask(healing.store)).toEqual(ask(makeLedger().ledger));
    expect(news).toEqual([]);
    first.damage();
    expect(ask(healing.store)).toEqual(ask(makeLedger().ledger));
    expect(news).toEqual([problem]);
  });

  it.each(Object.entries<Use>(writes))(
    'has the writer start from the cursors of its replacement: %s',
    (_name, order) => {
      const [expected, replacement] = [makeLedger().ledger, makeLedger().ledger];
      const { first, healing, news } = makeHealing(replacement);
      first.damage();
      expect(() => order(healing.store)).toThrow(/malformed/);
      expect(news).toEqual([problem]);
      expect(dumpLedger(replacement)).toBe(dumpLedger(expected));
      expect(order(healing.store)).toEqual(order(expected));
      expect(dumpLedger(replacement)).toBe(dumpLedger(expected));
    },
  );

  it('is noticed when only the commits of others are asked for, and does not repeat what must not be', () => {
    const { first, healing, news } = makeHealing(makeLedger().ledger, makeLedger().ledger);
    first.damage();
    expect(healing.commitVersion()).toBeGreaterThan(0);
    expect(news).toEqual([problem]);
    const damaged = makeHealing(makeLedger().ledger);
    damaged.first.damage();
    expect(() => damaged.healing.use((open) => open.stats())).toThrow(/malformed/);
    expect(damaged.healing.use((open) => open.stats())).toHaveLength(1);
  });

  it('is closed, and its replacement at the end', () => {
    const replacement = makeLedger();
    const { first, healing } = makeHealing(replacement.ledger);
    first.damage();
    healing.store.stats();
    expect([first.closings(), replacement.closings()]).toEqual([1, 0]);
    healing.store.close();
    expect([first.closings(), replacement.closings()]).toEqual([1, 1]);
  });

  it('is rebuilt rather than replaced where another program is at fault', () => {
    const first = makeLedger();
    const rebuilt: SqliteLedger[] = [];
    const healing = createHealingLedger(first.ledger, {
      replace: () => expect.unreachable(),
      rebuild(open) {
        rebuilt.push(open);
        return { ledger: makeLedger().ledger, problem };
      },
    });
    first.damage();
    expect(healing.store.stats()).toHaveLength(1);
    expect(rebuilt).toEqual([first.ledger]);
  });

  it('stays closed while no replacement can be written, and gets one as soon as it can', () => {
    const first = makeLedger();
    let isFull = true;
    const tries = { rebuild: 0, replace: 0 };
    const healing = createHealingLedger(first.ledger, {
      rebuild() {
        tries.rebuild += 1;
        return null;
      },
      replace() {
        tries.replace += 1;
        if (isFull) throw new Error('the disk is full');
        return { ledger: makeLedger().ledger, problem };
      },
    });
    first.damage();
    for (let count = 0; count < 2; count += 1) expect(() => healing.store.stats()).toThrow('the disk is full');
    isFull = false;
    expect(healing.store.stats()).toHaveLength(1);
    expect(healing.store.stats()).toHaveLength(1);
    // A closed ledger cannot tell who has written into its file.
    expect(tries).toEqual({ rebuild: 1, replace: 3 });
    expect(first.closings()).toBe(1);
  });

  it('can be closed while it has no replacement', () => {
    const { first, healing } = makeHealing();
    first.damage();
    expect(() => healing.store.stats()).toThrow('the disk is full');
    healing.store.close();
    expect(first.closings()).toBe(1);
  });

  it('is replaced three times: then the disk is at fault', () => {
    const others = Array.from({ length: 4 }, makeLedger);
    const { first, healing, news } = makeHealing(...others.map(({ ledger }) => ledger));
    for (const each of [first, ...others.slice(0, 2)]) {
      each.damage();
      expect(healing.store.stats()).toHaveLength(1);
    }
    others[2]?.damage();
    expect(() => healing.store.stats()).toThrow(/malformed/);
    expect(news).toHaveLength(3);
  });
});

describe('an error that may come from damage', () => {
  it('leads to a replacement only if the whole file is not sound', () => {
    const { first, healing, news } = makeHealing(makeLedger().ledger);
    expect(() => healing.store.apply([brokenBatch])).toThrow(/NOT NULL/);
    expect(news).toEqual([]);
    // Checking takes seconds, so it is done once.
    first.loseTable();
    expect(() => healing.store.contents()).toThrow(/no such table/);
    expect(news).toEqual([]);
  });

  it('is checked for each ledger, also for one that was put in its place', () => {
    const others = Array.from({ length: 3 }, makeLedger);
    const [put, replacement, last] = others.map(({ ledger }) => ledger);
    if (put === undefined || replacement === undefined || last === undefined) throw new Error('too few');
    const { healing, news } = makeHealing(replacement, last);
    expect(() => healing.store.apply([brokenBatch])).toThrow(/NOT NULL/);
    healing.swap(() => ({ ledger: put, problem }));
    expect(news).toEqual([problem]);
    // A ledger may remember what it has answered before.
    for (const [index, ask] of [reads.stats, reads.sums].entries()) {
      others[index]?.loseTable();
      expect(ask(healing.store)).toEqual(ask(last));
    }
    expect(news).toEqual([problem, problem, problem]);
  });

  it('is not one of the code that uses the ledger', () => {
    const { healing, news } = makeHealing(makeLedger().ledger);
    expect(() =>
      healing.use(() => {
        throw new TypeError('not a function');
      }),
    ).toThrow('not a function');
    expect(news).toEqual([]);
  });
});

describe('contents that a ledger takes in', () => {
  it('are reported when there were any', () => {
    const { healing, news } = makeHealing();
    for (const taken of [null, { problem: null }, { problem }]) healing.takeIn(() => taken);
    expect(news).toEqual([null, problem]);
  });

  it('are not taken in again after damage', () => {
    const { first, healing } = makeHealing(makeLedger().ledger);
    first.damage();
    let times = 0;
    const take = (open: SqliteLedger) => {
      times += 1;
      return { problem: open.stats().length > 0 ? null : problem };
    };
    expect(() => healing.takeIn(take)).toThrow(/malformed/);
    expect(times).toBe(1);
  });
});
