import { readdirSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../main/node/engine/engine-api.ts';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import { dayMs, minuteMs } from '../../../shared/domain/instant.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { useEngines } from '../../support/engines.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();
const engines = useEngines();
const everything = { since: null, until: null, timeZone: null, source: null } as const;

async function startEngine(home: string, dataFolder: string, mode: 'once' | 'watching'): Promise<Engine> {
  const engine = engines.open(home, { dataFolder });
  await engine.start(mode);
  return engine;
}

/** Two sessions were read; the log of the second no longer exists. */
async function makeArchive() {
  const [home, data] = [makeFolder(), makeFolder()];
  const nowMs = Date.now();
  for (const session of ['session-1', 'session-2']) {
    const lines = Array.from({ length: 40 }, (_, id) =>
      claudeLine({ id: id + (session === 'session-2' ? 1000 : 0), session, atMs: nowMs - dayMs + id * minuteMs }),
    );
    await writeLog(claudeFile(home, session), lines.join(''));
  }
  const engine = await startEngine(home, data, 'once');
  const totals = engine.totals(everything);
  expect(totals.events).toBe(80);
  await engines.stop(engine);
  rmSync(claudeFile(home, 'session-2'));
  return { home, data, totals, nowMs };
}

/** As a failing disk would: without the process that has the ledger open noticing. */
function damage(data: string, sql: string): void {
  const loaded = loadSqlite();
  if (!loaded.ok) throw new Error(loaded.error);
  const database = loaded.value.open(path.join(data, 'ledger.db'));
  database.exec(`PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = OFF; ${sql}`);
  database.close();
}

const asideIn = (data: string): readonly string[] =>
  readdirSync(data).filter((name) => /^ledger\.corrupt.*\.db$/.test(name));
const problemOf = (engine: Engine) =>
  engine.snapshot().sections.health.problems.find(({ id }) => id === 'ledger-corrupt');

describe('a ledger that turns out to be damaged', () => {
  it.each(['once', 'watching'] as const)('on a query is rebuilt with its archive (%s)', async (mode) => {
    const { home, data, totals } = await makeArchive();
    damage(data, `DELETE FROM texts WHERE text = 'session-1'`);
    const engine = await startEngine(home, data, mode);
    expect(engine.totals(everything)).toEqual(totals);
    expect(
      engine
        .sessions(everything)
        .rows.map(({ sessionId }) => sessionId)
        .sort(),
    ).toEqual(['session-1', 'session-2']);
    expect(problemOf(engine)?.parameters).toEqual({
      setAsidePath: path.join(data, asideIn(data)[0] ?? ''),
      salvage: { carriedOver: 80, lost: 0, hasRollups: true },
    });
    await engines.stop(engine);

    const next = await startEngine(home, data, 'once');
    expect(next.totals(everything)).toEqual(totals);
    expect(problemOf(next)).toBeUndefined();
    expect(asideIn(data)).toHaveLength(1);
  });

  it('on a write is rebuilt, and what was to be written is counted once', async () => {
    const { home, data, totals, nowMs } = await makeArchive();
    const engine = await startEngine(home, data, 'watching');
    const append = async (id: number, events: number): Promise<void> => {
      await appendFile(claudeFile(home, 'session-1'), claudeLine({ id, session: 'session-1', atMs: nowMs }));
      await waitUntil('the new response', () => engine.totals(everything).events === events);
    };
    await append(5000, totals.events + 1);
    await delay(1_000);
    const damagedMs = Date.now();
    // The writer knows them since its last write.
    damage(data, `DELETE FROM profiles`);
    await append(5001, totals.events + 2);
    await waitUntil('the news of it', () => problemOf(engine));
    await waitUntil('peace', () => engine.snapshot().sections.scan.phase === 'watching');
    expect(asideIn(data)).toHaveLength(1);
    // To the second.
    const stamp = new Date(damagedMs).toISOString().replace(/[-:]|\.\d+/g, '');
    expect(asideIn(data)[0]?.localeCompare(`ledger.corrupt-${stamp}.db`)).toBeGreaterThanOrEqual(0);
    await engines.stop(engine);
    const next = await startEngine(home, data, 'once');
    expect(next.totals(everything).events).toBe(totals.events + 2);
    expect(next.totals(everything).usage.outputTokens).toBe(totals.usage.outputTokens + 1000);
  });
});

describe('a ledger that cannot be written for a while', () => {
  it('is reported, and receives everything automatically afterwards', async () => {
    const [home, data] = [makeFolder(), makeFolder()];
    await engines.stop(await startEngine(home, data, 'once'));
    const atMs = Date.now() - minuteMs;
    await writeLog(claudeFile(home), [1, 2, 3].map((id) => claudeLine({ id, atMs })).join(''));
    const loaded = loadSqlite();
    if (!loaded.ok) throw new Error(loaded.error);
    const other = loaded.value.open(path.join(data, 'ledger.db'));
    other.exec('BEGIN IMMEDIATE');

    const engine = await startEngine(home, data, 'watching');
    const problem = engine.snapshot().sections.health.problems.find(({ id }) => id === 'ledger-write');
    expect(problem?.parameters).toEqual({ folder: data, failure: { kind: 'locked' } });
    expect(engine.totals(everything).events).toBe(0);
    other.exec('ROLLBACK');
    other.close();
    await engine.rescan();
    expect(engine.totals(everything).events).toBe(3);
    await waitUntil('silence', () => engine.snapshot().sections.health.problems.length === 0);
  });

  it('knows nothing of what burns now until then', async () => {
    const [home, data] = [makeFolder(), makeFolder()];
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() - minuteMs }));
    const engine = await startEngine(home, data, 'watching');
    const coverageFromMs = (): number | null => engine.snapshot().sections.burn.coverageFromMs;
    expect(coverageFromMs()).toBe(0);
    const loaded = loadSqlite();
    if (!loaded.ok) throw new Error(loaded.error);
    const other = loaded.value.open(path.join(data, 'ledger.db'));
    other.exec('BEGIN IMMEDIATE');
    await appendFile(claudeFile(home), claudeLine({ id: 2, atMs: Date.now() }));
    await waitUntil('a rate that is unknown', () => coverageFromMs() === null);
    other.exec('ROLLBACK');
    other.close();
    await engine.rescan();
    await waitUntil('a rate that is known', () => coverageFromMs() === 0);
  });
});
