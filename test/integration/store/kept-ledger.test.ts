import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import type { CopyTiming } from '../../../main/node/store/recovery/ledger-copy.ts';
import { openLedger, type OpenLedger } from '../../../main/node/store/open-ledger.ts';
import { toQuarterRow } from '../../../shared/activity/slots.ts';
import { dayMs, floorTo, hourMs, quarterHourMs } from '../../../shared/domain/instant.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { LedgerBatch } from '../../../shared/ports/ledger-writer.ts';
import type { LedgerStore } from '../../../shared/ports/ledger-store.ts';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { eventBatchOf, eventOf, sampleMs } from '../../support/ledger-samples.ts';
import { dumpFolder } from '../../support/ledger-stores.ts';
import { storyBatch, storyLength } from '../../support/ledger-story.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const everything = { fromMs: 0, toMs: Infinity };
const batches = Array.from({ length: 12 }, (_, index) => storyBatch(index));
const newBatch = eventBatchOf(eventOf({ key: 'claude-code:new' }));
const site = { kind: 'site', name: 'claude.ai', via: 'firefox', origin: 'history' } as const;
const pageBytes = 4_096;
const stamp = '20260501T100000Z';
const opened: OpenLedger[] = [];

afterEach(() => {
  for (const each of opened.splice(0)) each.store.close();
});

/** By default, no copy is written while a test runs. */
function open(folder: string, copyTiming: Partial<CopyTiming> = {}): OpenLedger {
  const result = openLedger({ folder, mode: 'write', nowMs: sampleMs, driver: 'node', copyTiming });
  if (!result.ok) throw new Error(result.error.problem.id);
  opened.push(result.value);
  return result.value;
}

interface Archive {
  readonly folder: string;
  readonly file: string;
  readonly ledger: OpenLedger;
  /** Everything that the ledger holds. */
  readonly contents: string;
  /** A copy from before the last batches. */
  readonly older: string;
  readonly news: (Problem | null)[];
}

/** An open ledger, most of which is only in its write-ahead log or only in its file. */
function makeArchive(copyTiming?: Partial<CopyTiming>): Archive {
  const folder = makeFolder();
  const file = path.join(folder, 'ledger.db');
  const older = path.join(makeFolder(), 'older.db');
  for (const end of [8, 10]) {
    const first = open(folder);
    first.store.apply(batches.slice(0, end));
    first.store.close();
    if (end === 8) cpSync(file, older);
  }
  const ledger = open(folder, copyTiming);
  ledger.store.apply(batches);
  ledger.keepInPlace(sampleMs);
  const news: (Problem | null)[] = [];
  ledger.onReplaced((problem) => news.push(problem));
  return { folder, file, ledger, contents: dumpLedger(ledger.store), older, news };
}

const copyAtOnce = { quietMs: 0 };
const eventsIn = (store: LedgerStore): number =>
  store.stats().reduce((sum, { events, replayedEvents }) => sum + events + replayedEvents, 0);
const eventsOf = (dump: string) => dump.split('\n').filter((line) => !line.startsWith('cursor'));
const toAside = ({ folder }: Archive, why: string): string => path.join(folder, `ledger.${why}-${stamp}.db`);
/** Whatever it left there that it no longer needs, or that no later process would find. */
const strayIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter(
    (name) => !/^(ledger\.(copy\.)?db|writer\.lock|ledger\.(replaced|restored)-.*)$/.test(name),
  );

// Windows does not let an open database be deleted or renamed.
const describeLoss = describe.skipIf(process.platform === 'win32');

describeLoss('a ledger whose file is lost while it is open', () => {
  const losses: Record<string, (archive: Archive) => void> = {
    'is deleted': ({ file }) => rmSync(file),
    'is replaced by an older one': ({ file, older }) => renameSync(older, file),
    'is left without its log': ({ file }) => rmSync(`${file}-wal`),
    'is left without the index of its log': ({ file }) => rmSync(`${file}-shm`),
    'is moved, with a link in its place': ({ file, older }) => {
      renameSync(file, older);
      symlinkSync(older, file);
    },
    'is deleted with its folder': ({ folder }) => rmSync(folder, { recursive: true }),
  };
  const isReplacing = (how: string): boolean => /replaced|link/.test(how);

  it.each(Object.entries(losses))('is written back, and this is reported (%s)', (how, lose) => {
    const archive = makeArchive();
    const { ledger, folder, contents, news } = archive;
    expect(ledger.place()).toBe('kept');
    lose(archive);
    expect(ledger.place()).toBe(isReplacing(how) ? 'replaced' : /without/.test(how) ? 'unlogged' : 'missing');
    expect(ledger.keepInPlace(sampleMs)).toBe('kept');
    expect(ledger.place()).toBe('kept');
    const setAsidePath = isReplacing(how) ? toAside(archive, 'replaced') : null;
    expect(news).toMatchObject([{ id: 'ledger-put-back', parameters: { setAsidePath } }]);
    if (setAsidePath !== null) expect(existsSync(setAsidePath)).toBe(true);
    expect(dumpLedger(ledger.store)).toBe(contents);
    // What is written from now on is written there.
    ledger.store.apply([newBatch]);
    const reader = openLedger({ folder, mode: 'read', nowMs: sampleMs });
    if (!reader.ok) throw new Error(reader.error.reason);
    expect(dumpLedger(reader.value.store)).toBe(dumpLedger(ledger.store));
    reader.value.store.close();
    ledger.store.close();
    expect(strayIn(folder)).toEqual([]);
  });

  it.each(Object.entries(losses))('is written back by the process that ends (%s)', (_how, lose) => {
    const archive = makeArchive();
    lose(archive);
    archive.ledger.store.close();
    expect(dumpFolder(archive.folder)).toBe(archive.contents);
    expect(strayIn(archive.folder)).toEqual([]);
  });

  it('is left alone when its name was a link from the beginning', () => {
    const folder = makeFolder();
    const file = path.join(folder, 'ledger.db');
    open(folder).store.close();
    const real = path.join(makeFolder(), 'real.db');
    renameSync(file, real);
    symlinkSync(real, file);
    const ledger = open(folder);
    ledger.store.apply([newBatch]);
    expect(ledger.place()).toBe('kept');
    ledger.store.close();
    expect(strayIn(folder)).toEqual([]);
    expect(eventsIn(open(folder).store)).toBe(1);
  });

  it('stays as it is while it cannot be written back', () => {
    const { ledger, file, folder, contents } = makeArchive();
    const draft = path.join(folder, 'ledger.salvage.db');
    mkdirSync(draft);
    rmSync(file);
    expect(() => ledger.keepInPlace(sampleMs)).toThrow();
    expect(dumpLedger(ledger.store)).toBe(contents);
    rmSync(draft, { recursive: true });
    ledger.keepInPlace(sampleMs);
    expect(dumpLedger(ledger.store)).toBe(contents);
  });
});

describe('a ledger that another program writes into while it is open', () => {
  const garbage = 'this is no database. '.repeat(20_000);
  const overwrite = (file: string, bytes: string | Buffer): void => writeFileSync(file, bytes, { flag: 'r+' });
  const writings: Record<string, (archive: Archive) => void> = {
    emptied: ({ file }) => writeFileSync(file, ''),
    garbage: ({ file }) => writeFileSync(file, garbage),
    'pages in the middle': ({ file }) => {
      const bytes = readFileSync(file);
      overwrite(file, bytes.fill(0xa5, bytes.length - 4 * pageBytes, bytes.length - pageBytes));
    },
    'an older state': ({ file, older }) => writeFileSync(file, readFileSync(older)),
    'another ledger': ({ file }) => {
      const folder = makeFolder();
      const other = open(folder);
      other.store.apply([newBatch]);
      other.store.close();
      writeFileSync(file, readFileSync(path.join(folder, 'ledger.db')));
    },
    'another database': ({ file }) => {
      const other = path.join(makeFolder(), 'recipes.db');
      const driver = loadSqlite();
      if (!driver.ok) throw new Error(driver.error);
      const database = driver.value.open(other);
      database.exec('CREATE TABLE recipes (name TEXT)');
      database.close();
      writeFileSync(file, readFileSync(other));
    },
  };

  it.each([
    { how: 'emptied', copy: false, from: 'memory', events: 'some' },
    { how: 'emptied', copy: true, from: 'memory-and-copy', events: 'all' },
    { how: 'garbage', copy: false, from: 'memory', events: 'some' },
    { how: 'garbage', copy: true, from: 'memory-and-copy', events: 'all' },
    { how: 'pages in the middle', copy: false, from: 'memory', events: 'some' },
    { how: 'pages in the middle', copy: true, from: 'memory-and-copy', events: 'all' },
    { how: 'an older state', copy: false, from: 'other', events: 'some' },
    { how: 'an older state', copy: true, from: 'copy', events: 'all' },
    { how: 'another ledger', copy: true, from: 'copy', events: 'all' },
    { how: 'another database', copy: false, from: 'logs', events: 'none' },
    { how: 'another database', copy: true, from: 'copy', events: 'all' },
  ] as const)('is rebuilt from what there is: $how, a copy: $copy', ({ how, copy, from, events }) => {
    const archive = makeArchive(copy ? copyAtOnce : undefined);
    const { ledger, file, folder, contents, news } = archive;
    const all = eventsIn(ledger.store);
    writings[how]?.(archive);
    const written = readFileSync(file);
    expect(ledger.place()).toBe('overwritten');
    const nowMs = Date.now() + 2 * hourMs;
    ledger.keepInPlace(nowMs);
    expect(ledger.place()).toBe('kept');
    const copyAgeHours = copy ? 2 : null;
    expect(news).toMatchObject([{ id: 'ledger-overwritten', parameters: { rebuiltFrom: from, copyAgeHours } }]);
    const [problem] = news;
    if (problem?.id !== 'ledger-overwritten') throw new Error('no news');
    expect(readFileSync(problem.parameters.setAsidePath).equals(written)).toBe(true);
    const left = eventsIn(ledger.store);
    if (events === 'all') expect(left).toBe(all);
    else if (events === 'none') expect(left).toBe(0);
    else expect(left).toSatisfy((count: number) => count > all / 2 && count <= all);
    // Logs are read again from their beginning.
    for (const { position } of ledger.store.cursors().values()) expect(position).toMatchObject({ offset: 0 });
    ledger.store.apply(batches);
    expect(dumpLedger(ledger.store)).toBe(contents);
    ledger.store.close();
    expect(dumpFolder(folder)).toBe(contents);
    expect(strayIn(folder)).toEqual([]);
  });

  it.each(['it ends', 'a question fails'] as const)('is rebuilt by the process when %s', (when) => {
    const archive = makeArchive(copyAtOnce);
    archive.ledger.store.close();
    const ledger = open(archive.folder);
    const news: (Problem | null)[] = [];
    ledger.onReplaced((problem) => news.push(problem));
    writings['pages in the middle']?.(archive);
    if (when === 'a question fails') {
      expect(eventsOf(dumpLedger(ledger.store))).toEqual(eventsOf(archive.contents));
      expect(news).toMatchObject([{ id: 'ledger-overwritten', parameters: { rebuiltFrom: 'memory-and-copy' } }]);
    }
    ledger.store.close();
    const next = open(archive.folder);
    expect(next.problem).toBeNull();
    expect(eventsOf(dumpLedger(next.store))).toEqual(eventsOf(archive.contents));
  });

  it('never has its log folded into what the other program wrote, however long the log grows', () => {
    const archive = makeArchive(copyAtOnce);
    const { ledger, older, file, folder, news } = archive;
    writings['an older state']?.(archive);
    const told: LedgerBatch[] = [];
    expect(() => {
      while (told.length < storyLength) {
        const batch = storyBatch(told.length);
        told.push(batch);
        ledger.store.apply([batch]);
      }
    }).toThrow('overwritten by another program');
    expect(news).toMatchObject([{ id: 'ledger-overwritten', parameters: { rebuiltFrom: 'copy' } }]);
    const [aside = ''] = readdirSync(folder).filter((name) => name.startsWith('ledger.replaced-'));
    expect(readFileSync(path.join(folder, aside)).equals(readFileSync(older))).toBe(true);
    expect(readFileSync(file).equals(readFileSync(older))).toBe(false);
    ledger.store.apply(told);
    const alone = open(makeFolder());
    alone.store.apply(told);
    expect(dumpLedger(ledger.store)).toBe(dumpLedger(alone.store));
  });

  it('does not count twice what was summed up since the copy, nor what was read since', () => {
    const folder = makeFolder();
    const ledger = open(folder, copyAtOnce);
    const startMs = floorTo(sampleMs, dayMs);
    const minuteOf = (index: number) => ({
      ...({ startMs: startMs + index * 60_000, grainMs: 60_000, agent: 'codex', sessionId: null } as const),
      ...{ runningMs: 60_000, activeMs: 1_000, cpuMs: 10, rssKibMs: 1, maxRssBytes: 1, maxProcesses: 1 },
    });
    const visitsAt = (atMs: number, count: number) => toQuarterRow(site, atMs, { count });
    const cursor = (state: string) => new Map([['firefox', state]]);
    ledger.store.addProcessUsage([minuteOf(0), minuteOf(1)]);
    ledger.store.recordActivity({
      added: [visitsAt(startMs, 3), visitsAt(sampleMs, 4)],
      raised: [],
      cursors: cursor('7'),
    });
    ledger.keepInPlace(sampleMs);
    expect(readdirSync(folder)).toContain('ledger.copy.db');
    ledger.store.recordActivity({ added: [visitsAt(sampleMs + hourMs, 5)], raised: [], cursors: cursor('12') });
    ledger.store.thinProcessUsage({ quartersBeforeMs: startMs + quarterHourMs, dropBeforeMs: 0 });
    ledger.store.thinActivity({ daysBeforeMs: startMs + dayMs });
    const read = () => ({
      usage: ledger.store.processUsage(everything),
      activity: ledger.store.activity(everything),
      cursors: [...ledger.store.activityCursors()],
    });
    const before = read();
    expect(before).toMatchObject({
      usage: [{ runningMs: 120_000 }],
      activity: [{ count: 12 }],
      cursors: [['firefox', '12']],
    });
    const file = path.join(folder, 'ledger.db');
    appendFileSync(file, Buffer.alloc(pageBytes, 0xa5));
    ledger.keepInPlace(sampleMs);
    expect(readdirSync(folder)).toContainEqual(expect.stringContaining('replaced'));
    expect(read()).toEqual(before);
  });
});

describeLoss('a writer whose lock is lost', () => {
  it('takes it again, so that no other process becomes a writer', () => {
    const { ledger, folder, contents } = makeArchive();
    rmSync(path.join(folder, 'writer.lock'));
    expect(ledger.keepInPlace(sampleMs)).toBe('kept');
    const second = openLedger({ folder, mode: 'write', nowMs: sampleMs });
    expect(second).toMatchObject({ ok: false, error: { reason: 'busy', problem: { id: 'ledger-busy' } } });
    expect(dumpLedger(ledger.store)).toBe(contents);
    ledger.store.close();
    open(folder);
  });

  it.each(['while it runs', 'when it ends'] as const)(
    'leaves what it has to the process that has become the writer (%s)',
    (when) => {
      const { ledger, folder } = makeArchive();
      rmSync(folder, { recursive: true });
      const next = open(folder);
      const news: (Problem | null)[] = [];
      next.onReplaced((problem) => news.push(problem));
      next.store.apply([newBatch]);
      if (when === 'while it runs') {
        expect(ledger.keepInPlace(sampleMs)).toBe('deposed');
        ledger.rescue(sampleMs);
      }
      ledger.store.close();
      expect(readdirSync(folder).filter((name) => name.startsWith('ledger.rescued-'))).toHaveLength(1);
      next.keepInPlace(sampleMs);
      expect(news).toMatchObject([{ id: 'ledger-put-back', parameters: { setAsidePath: null } }]);
      next.store.apply(batches);
      const alone = open(makeFolder());
      alone.store.apply([newBatch, ...batches]);
      expect(dumpLedger(next.store)).toBe(dumpLedger(alone.store));
      // Once.
      next.keepInPlace(sampleMs);
      expect(news).toHaveLength(1);
      next.store.close();
      expect(strayIn(folder)).toEqual([]);
    },
  );
});

describe('what lies beside a ledger', () => {
  it('stays where it is when it cannot be taken in, and this is reported', () => {
    const folder = makeFolder();
    const file = path.join(folder, 'ledger.rescued-1.db');
    writeFileSync(file, 'no database. '.repeat(1_000));
    const ledger = open(folder);
    expect(ledger.problem).toMatchObject({ id: 'ledger-restore-failed', parameters: { path: file } });
    expect(existsSync(file)).toBe(true);
  });

  it('is taken in at the next start, also what several processes left', () => {
    const folder = makeFolder();
    for (const index of [1, 2]) {
      const lost = makeFolder();
      const other = open(lost);
      other.store.apply([batches[index] ?? newBatch]);
      other.rescue(sampleMs);
      cpSync(path.join(lost, `ledger.rescued-${stamp}.db`), path.join(folder, `ledger.rescued-${index}.db`));
    }
    const ledger = open(folder);
    expect(ledger.problem).toMatchObject({ id: 'ledger-put-back', parameters: { setAsidePath: null } });
    ledger.store.apply(batches.slice(1, 3));
    const alone = open(makeFolder());
    alone.store.apply(batches.slice(1, 3));
    expect(dumpLedger(ledger.store)).toBe(dumpLedger(alone.store));
    expect(readdirSync(folder).filter((name) => name.startsWith('ledger.restored-'))).toHaveLength(2);
  });
});
