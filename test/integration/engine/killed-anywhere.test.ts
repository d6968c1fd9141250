import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { effort } from '../../support/effort.ts';
import { dayMs, quarterHourMs } from '../../../shared/domain/instant.ts';
import { createRandom, grow, newGrowth, oldLogs } from '../../support/growing-logs.ts';
import { openOrThrow } from '../../support/ledger-stores.ts';
import { type EngineProcess, runEngineProcess } from '../../support/run-engine-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const rounds = Math.ceil(2 * effort);
const killsPerRound = 20;

/** The first scan writes about two thousand rows, a step about ten, rolling up everything about a thousand. */
const writes = [3, 30, 300, 3_000];
/** A process that has nothing left to write is killed after being idle for this many milliseconds. */
const patienceMs = 100;

/** The engine's message after which it is killed, and the maximum delay after it in milliseconds. */
const moments = [
  ['order', 40],
  ['open', 30],
  ['news', 10],
  ['scanned', 5],
  ['scanned', 60],
  ['appended', 30],
] as const;

/** The contents of a ledger when everything old is rolled up. */
function settle(folder: string, nowMs: number): { readonly dump: string; readonly events: number } {
  const { store, problem } = openOrThrow(folder);
  expect(problem).toBeNull();
  while (!store.compact({ beforeMs: nowMs - 30 * dayMs, maxEvents: 1_000 }).isDone);
  const dump = dumpLedger(store);
  const events = store.cells({ grainMs: quarterHourMs }).reduce((sum, cell) => sum + cell.events, 0);
  store.close();
  return { dump, events };
}

describe('the engine', () => {
  it('reaches the same ledger however often and whenever it is killed', { timeout: 600_000 * effort }, async () => {
    const cache = makeFolder();
    const nowMs = Date.now();
    let kills = 0;
    let killedByThemselves = 0;
    const errors: (readonly string[])[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const random = createRandom(20_261_121 + round);
      const [home, data, undisturbedData] = [makeFolder(), makeFolder(), makeFolder()];
      const launch = (): EngineProcess => runEngineProcess(home, data, nowMs, cache);
      await grow(oldLogs(home, nowMs), random);

      // The next process loads its program while the previous one is running.
      let waiting = launch();
      for (let step = 0; step < killsPerRound; step += 1) {
        const engine = waiting;
        errors.push(engine.errors);
        expect(await engine.hears('ready')).toBe(true);
        waiting = launch();
        if (random() < 0.5) {
          const growing = grow(newGrowth(home, nowMs, step), random);
          engine.order(1 + Math.floor(random() * writes[Math.floor(random() * writes.length)]!));
          if (await engine.hears('scanned')) await delay(patienceMs);
          else killedByThemselves += 1;
          await engine.kill();
          kills += 1;
          await growing;
          continue;
        }
        const [moment, maxMs] = moments[Math.floor(random() * moments.length)]!;
        engine.order();
        if (moment === 'appended') expect(await engine.hears('scanned')).toBe(true);
        else if (moment !== 'order') expect(await engine.hears(moment)).toBe(true);
        const growing = grow(newGrowth(home, nowMs, step), random);
        if (moment === 'appended') await growing;
        await delay(random() * maxMs);
        await engine.kill();
        kills += 1;
        await growing;
      }

      expect(await waiting.hears('ready')).toBe(true);
      const undisturbed = runEngineProcess(home, undisturbedData, nowMs, cache);
      for (const engine of [waiting, undisturbed]) {
        engine.order();
        expect(await engine.hears('scanned')).toBe(true);
        engine.order();
        expect(await engine.hears('stopped')).toBe(true);
      }
      const expected = settle(undisturbedData, nowMs);
      expect(expected.events).toBeGreaterThan(300);
      expect(expected.dump).toContain('\ncompacted {');
      expect(expected.dump).toContain('"isReplay":true');
      expect(settle(data, nowMs).dump).toBe(expected.dump);
    }
    expect(kills).toBe(rounds * killsPerRound);
    expect(killedByThemselves).toBeGreaterThan(kills / 10);
    expect(errors.flat()).toEqual([]);
  });
});
