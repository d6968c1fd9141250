import { appendFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { GuestSystems } from '../../../main/node/system/guest-systems.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { countOf, createTinySource, cursorOf, makeFolder, makeIngest, put, toLine } from './harness.ts';

/** A folder stands for the share of another system: everything in it counts, or is asleep. */
function createFakeGuests(folder: string) {
  const state = { isRunning: false, hasAnswered: true, revision: 0, asked: 0 };
  const isGuest = (path: string): boolean => path.startsWith(folder);
  const ask = (): Promise<void> => {
    state.asked += 1;
    state.hasAnswered = true;
    return Promise.resolve();
  };
  const guests: GuestSystems = {
    homes: () => [],
    isGuest,
    isAsleep: (path) => isGuest(path) && !state.isRunning,
    refresh: ask,
    lookAround: ask,
    revision: () => state.revision,
    hasAnswered: () => state.hasAnswered,
  };
  const setRunning = (isRunning: boolean): void => {
    state.isRunning = isRunning;
    state.revision += 1;
  };
  return { guests, state, setRunning };
}

describe('the logs of another system', () => {
  it('are not touched while it is asleep: neither read, nor missed, nor gone', async () => {
    const [own, share] = [makeFolder(), makeFolder()];
    const store = createMemoryLedger();
    const { guests, setRunning } = createFakeGuests(share);
    const log = put(share, 'logs/one.jsonl', toLine('one'));
    put(own, 'logs/two.jsonl', toLine('two'));
    const source = createTinySource([join(own, 'logs'), join(share, 'logs')]);
    const ingest = makeIngest([source], store, { guests });

    await ingest.scan();
    expect(countOf(store).events).toBe(1);
    expect(ingest.roots().get('tiny')).toMatchObject([{ state: 'found' }, { state: 'asleep', files: 0 }]);

    setRunning(true);
    await ingest.rescan();
    expect(countOf(store).events).toBe(2);

    // As if: nobody may look whether it is still there.
    setRunning(false);
    rmSync(log);
    await ingest.rescan();
    expect(cursorOf(store, log).isGone).toBe(false);
    expect(ingest.unreadable()).toEqual([]);

    setRunning(true);
    await ingest.rescan();
    expect(cursorOf(store, log).isGone).toBe(true);
    expect(countOf(store).events).toBe(2);
  });

  it('are not reached by a link from this system either, until it runs', async () => {
    const [own, share] = [makeFolder(), makeFolder()];
    const store = createMemoryLedger();
    const { guests, setRunning } = createFakeGuests(share);
    put(share, 'logs/one.jsonl', toLine('one'));
    put(share, 'more/two.jsonl', toLine('two'));
    put(own, 'logs/three.jsonl', toLine('three'));
    symlinkSync(join(share, 'more'), join(own, 'logs/more'));
    symlinkSync(share, join(own, 'agent'));
    const source = createTinySource([join(own, 'logs'), join(own, 'agent/logs')]);
    const ingest = makeIngest([source], store, { guests });
    await ingest.scan();
    expect(countOf(store).events).toBe(1);
    expect(ingest.roots().get('tiny')).toMatchObject([{ state: 'found', files: 1 }, { state: 'asleep' }]);

    setRunning(true);
    await ingest.rescan();
    expect(countOf(store).events).toBe(3);
    setRunning(false);
    await ingest.rescan();
    expect(ingest.unreadable()).toEqual([]);
    expect(cursorOf(store, join(share, 'more/two.jsonl')).isGone).toBe(false);
  });

  it('are read when it starts, and followed without events, each time after asking', async () => {
    const share = makeFolder();
    const store = createMemoryLedger();
    const { guests, state, setRunning } = createFakeGuests(share);
    const log = put(share, 'logs/one.jsonl', toLine('one'));
    const source = createTinySource([join(share, 'logs'), join(share, 'later')]);
    const ingest = makeIngest([source], store, { guests });
    await ingest.watch();
    expect(countOf(store).events).toBe(0);

    setRunning(true);
    await waitUntil('its logs', () => countOf(store).events === 1);

    setRunning(false);
    await waitUntil('its rest', () => ingest.roots().get('tiny')?.[0]?.state === 'asleep');
    appendFileSync(log, toLine('two'));
    mkdirSync(join(share, 'later'));
    const { asked } = state;
    await waitUntil('several looks around', () => state.asked > asked + 3);
    expect(countOf(store).events).toBe(1);
    expect(ingest.roots().get('tiny')).toMatchObject([{ state: 'asleep' }, { state: 'asleep' }]);

    setRunning(true);
    await waitUntil('what came meanwhile', () => countOf(store).events === 2);
  });

  it('make nobody wait at the start, but belong into a report that is made once', async () => {
    const share = makeFolder();
    put(share, 'logs/one.jsonl', toLine('one'));
    const { guests, state, setRunning } = createFakeGuests(share);
    state.hasAnswered = false;
    let answer = (): void => undefined;
    const isAnswered = new Promise<void>((resolve) => (answer = resolve));
    const slow: GuestSystems = {
      ...guests,
      async refresh() {
        await isAnswered;
        setRunning(true);
        state.hasAnswered = true;
      },
    };
    const source = createTinySource([join(share, 'logs')]);
    const [followed, reported] = [createMemoryLedger(), createMemoryLedger()];
    const watching = makeIngest([source], followed, { guests: slow });
    await watching.watch();
    expect(countOf(followed).events).toBe(0);
    const scan = makeIngest([source], reported, { guests: slow }).scan();
    expect(await Promise.race([scan, delay(50, 'waits')])).toBe('waits');
    answer();
    await scan;
    expect(countOf(reported).events).toBe(1);
    await waitUntil('its logs', () => countOf(followed).events === 1);
  });
});
