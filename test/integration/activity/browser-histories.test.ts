import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listBrowserPlaces } from '../../../main/node/activity/browsers/browser-places.ts';
import { scanHistories } from '../../../main/node/activity/browsers/scan-histories.ts';
import { loadSqlite, type SqliteDatabase } from '../../../main/node/sqlite/sqlite-driver.ts';
import { createActivityTables } from '../../../shared/activity/activity-tables.ts';
import { summarizeActivity } from '../../../shared/activity/summarize-activity.ts';
import { dayMs, minuteMs } from '../../../shared/domain/instant.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import { createMemoryActivity } from '../../fakes/memory-activity.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const fixtures = fileURLToPath(new URL('../../fixtures/histories/', import.meta.url));
/** Shortly after the visits of the fixtures. */
const nowMs = Date.UTC(2026, 10, 27, 2);
const tables = createActivityTables({ ownSites: [], ownApps: [], rates: [] });
const chromiumSeconds = 1_000_000n;
const chromiumEpochMs = 11_644_473_600_000n;

function makeHome(platform: HostEnvironment['platform'] = 'linux') {
  const home = makeFolder();
  const store = createMemoryActivity();
  const places = listBrowserPlaces({ platform, home, variables: {}, otherHomes: [] });
  return {
    home,
    store,
    scan: (atMs = nowMs) => scanHistories(places, { store, tables, nowMs: atMs }),
    /** What was counted: visits by domain and browser. */
    counted: () =>
      summarizeActivity(store.activity({ fromMs: 0, toMs: Infinity }), 'site', () => null).map(
        ({ name, via, count }) => `${name} ${via.join(',')} ${count}`,
      ),
    put(fixture: string, place: string): string {
      const file = path.join(home, place);
      mkdirSync(path.dirname(file), { recursive: true });
      copyFileSync(path.join(fixtures, fixture), file);
      return file;
    },
  };
}

function open(file: string): SqliteDatabase {
  const driver = loadSqlite();
  if (!driver.ok) throw new Error(driver.error);
  return driver.value.open(file);
}

/** Adds a visit as Chromium does. */
function addVisit(database: SqliteDatabase, address: string, atMs: number, rest: { guid?: string } = {}): void {
  const at = (BigInt(atMs) + chromiumEpochMs) * (chromiumSeconds / 1_000n);
  database.exec(`INSERT INTO urls (url, last_visit_time) VALUES ('${address}', ${at})`);
  database.exec(
    `INSERT INTO visits (url, visit_time, transition, originator_cache_guid)
     VALUES (last_insert_rowid(), ${at}, 0x30000001, '${rest.guid ?? ''}')`,
  );
}

const chromiumHistory = '.config/chromium/Default/History';

describe('the history that a real browser wrote', () => {
  it.each([
    ['chromium.db', chromiumHistory, 'chromium'],
    ['chromium.db', '.config/google-chrome/Profile 2/History', 'chrome'],
    ['chromium.db', '.config/opera/History', 'opera'],
    ['firefox.db', '.mozilla/firefox/x.default-esr/places.sqlite', 'firefox'],
  ])('%s at %s gives the visits to listed sites, without redirects and frames', async (fixture, place, browser) => {
    const scene = makeHome();
    scene.put(fixture, place);
    expect(await scene.scan()).toEqual([]);
    expect(scene.counted().toSorted()).toEqual([
      `claude.ai ${browser} 2`,
      `github.com/copilot ${browser} 1`,
      `perplexity.ai ${browser} 1`,
    ]);
    const kept = JSON.stringify([
      scene.store.activity({ fromMs: 0, toMs: Infinity }),
      ...scene.store.activityCursors(),
    ]);
    expect(kept).not.toMatch(/made-up|example|someone|https?:/);
  });

  it('is read once, and goes on where it ended', async () => {
    const scene = makeHome();
    const file = scene.put('chromium.db', chromiumHistory);
    for (let turn = 0; turn < 3; turn += 1) await scene.scan();
    const before = scene.counted();
    expect(before).toContain('claude.ai chromium 2');
    const database = open(file);
    database.exec('PRAGMA journal_mode = WAL');
    addVisit(database, 'https://claude.ai/later', nowMs);
    addVisit(database, 'https://claude.ai/on-my-phone', nowMs + 1, { guid: 'another device' });
    // The browser still has it open: the visit is in its log only.
    await scene.scan(nowMs + minuteMs);
    await scene.scan(nowMs + minuteMs);
    expect(scene.counted()).toContain('claude.ai chromium 3');
    database.close();
  });

  it('that replaced another one counts only what is later', async () => {
    const scene = makeHome();
    const file = scene.put('chromium.db', chromiumHistory);
    await scene.scan();
    const database = open(file);
    database.exec('DELETE FROM visits; DELETE FROM urls; DELETE FROM sqlite_sequence');
    addVisit(database, 'https://claude.ai/old', nowMs - 10 * dayMs);
    addVisit(database, 'https://claude.ai/new', nowMs);
    database.close();
    await scene.scan(nowMs + minuteMs);
    expect(scene.counted()).toContain('claude.ai chromium 3');
  });

  it('is read to its end, however long it is, and without what is far too old', async () => {
    const scene = makeHome();
    const database = open(scene.put('chromium.db', chromiumHistory));
    database.exec('BEGIN');
    for (let index = 0; index < 11_000; index += 1)
      addVisit(database, `https://poe.com/${index}`, nowMs - index * 1_000);
    addVisit(database, 'https://poe.com/old', nowMs - 400 * dayMs);
    database.exec('COMMIT');
    database.close();
    await scene.scan(nowMs + 1);
    expect(scene.counted()).toContain('poe.com chromium 11000');
  });
});

describe('the history of Safari', () => {
  it('is read by its own tables', async () => {
    const scene = makeHome('darwin');
    const folder = path.join(scene.home, 'Library/Safari');
    mkdirSync(folder, { recursive: true });
    const database = open(path.join(folder, 'History.db'));
    const seconds = (nowMs - 978_307_200_000) / 1_000 - 0.5;
    database.exec(`
      CREATE TABLE history_items (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE);
      CREATE TABLE history_visits (id INTEGER PRIMARY KEY AUTOINCREMENT, history_item INTEGER NOT NULL,
        visit_time REAL NOT NULL, title TEXT NULL, redirect_source INTEGER NULL, redirect_destination INTEGER NULL,
        origin INTEGER NOT NULL DEFAULT 0);
      INSERT INTO history_items (url) VALUES ('https://claude.ai/x'), ('https://claude.ai/from'), ('https://example.com/');
      INSERT INTO history_visits (history_item, visit_time, redirect_destination, origin)
        VALUES (1, ${seconds}, NULL, 0), (2, ${seconds}, 1, 0), (1, ${seconds}, NULL, 1), (3, ${seconds}, NULL, 0);`);
    database.close();
    expect(await scene.scan()).toEqual([]);
    expect(scene.counted()).toEqual(['claude.ai safari 1']);
  });
});

describe('a history that cannot be read', () => {
  it('is left out when it is damaged, cut off or something else, and the others still count', async () => {
    const scene = makeHome();
    scene.put('firefox.db', '.mozilla/firefox/x/places.sqlite');
    truncateSync(scene.put('chromium.db', chromiumHistory), 20_000);
    writeFileSync(scene.put('chromium.db', '.config/google-chrome/Default/History'), 'no database');
    mkdirSync(path.join(scene.home, '.config/vivaldi/Default/History'), { recursive: true });
    expect(await scene.scan()).toEqual([
      { browser: 'chrome', failure: 'unreadable' },
      { browser: 'chromium', failure: 'unreadable' },
    ]);
    expect(scene.counted()).toContain('claude.ai firefox 2');
    // Once it can be read, everything counts.
    scene.put('chromium.db', chromiumHistory);
    await scene.scan();
    expect(scene.counted()).toContain('claude.ai chromium,firefox 4');
  });

  it.runIf(process.platform !== 'win32')(
    'does not keep anybody waiting when it is a pipe, or has one beside it',
    async () => {
      const scene = makeHome();
      mkdirSync(path.join(scene.home, '.config/google-chrome/Default'), { recursive: true });
      execFileSync('mkfifo', [path.join(scene.home, '.config/google-chrome/Default/History')]);
      execFileSync('mkfifo', [`${scene.put('chromium.db', chromiumHistory)}-wal`]);
      expect(await scene.scan()).toEqual([{ browser: 'chromium', failure: 'unreadable' }]);
    },
  );

  it('follows a linked profile, and survives links in a circle', async () => {
    const scene = makeHome();
    const elsewhere = scene.put('chromium.db', 'elsewhere/History');
    mkdirSync(path.join(scene.home, '.config/chromium'), { recursive: true });
    symlinkSync(path.dirname(elsewhere), path.join(scene.home, '.config/chromium/Default'));
    symlinkSync('loop', path.join(scene.home, '.config/chromium/loop'));
    expect(await scene.scan()).toEqual([]);
    expect(scene.counted()).toContain('claude.ai chromium 2');
  });

  it('counts once where links lead to it, also as another browser', async () => {
    const { home, put, scan, counted } = makeHome();
    put('chromium.db', chromiumHistory);
    symlinkSync(path.join(home, '.config/chromium/Default'), path.join(home, '.config/chromium/Profile 9'));
    await scan();
    const once = counted();
    const linked = makeHome();
    linked.put('chromium.db', chromiumHistory);
    symlinkSync(path.join(linked.home, '.config/chromium'), path.join(linked.home, '.config/vivaldi'));
    await linked.scan();
    const plain = makeHome();
    plain.put('chromium.db', chromiumHistory);
    await plain.scan();
    expect([once, linked.counted()]).toEqual([plain.counted(), plain.counted()]);
  });

  it('is not read where a view has the name of a table: it could go on for ever', async () => {
    const { put, scan, counted } = makeHome();
    const database = open(put('chromium.db', chromiumHistory));
    database.exec('ALTER TABLE visits RENAME TO other; CREATE VIEW visits AS SELECT * FROM other');
    database.close();
    expect(await scan()).toEqual([{ browser: 'chromium', failure: 'unreadable' }]);
    expect(counted()).toEqual([]);
  });

  it('is not counted again when its cursor is unreadable', async () => {
    const scene = makeHome();
    const file = scene.put('chromium.db', chromiumHistory);
    await scene.scan();
    const before = scene.counted();
    scene.store.recordActivity({ added: [], raised: [], cursors: new Map([[`history:${file}`, '{']]) });
    await scene.scan();
    expect(scene.counted()).toEqual(before);
  });

  it('leaves no copy behind', async () => {
    const scene = makeHome();
    scene.put('chromium.db', chromiumHistory);
    const copies = (): number =>
      readdirSync(tmpdir()).filter((name) => name.startsWith(`fuelgauge-copy-${process.pid}-`)).length;
    const before = copies();
    await scene.scan();
    expect(copies()).toBe(before);
  });
});
