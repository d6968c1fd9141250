import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createActivityForgetter } from '../../../../../../main/node/engine/upkeep/forget-activity.ts';
import { toQuarterRow } from '../../../../../../shared/activity/slots.ts';
import { createMemoryActivity } from '../../../../../fakes/memory-activity.ts';

const nowMs = Date.UTC(2026, 4, 14, 10, 7);
let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'fuelgauge-forget-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function makeScene() {
  const store = createMemoryActivity();
  const note = (kind: 'site' | 'app', name: string): void => {
    const row = toQuarterRow({ kind, name, via: '', origin: 'focus' }, nowMs, { count: 1 });
    store.recordActivity({ added: [row], raised: [], cursors: new Map() });
  };
  const state = { isFull: false, flushed: 0 };
  const create = (isWriter: boolean) =>
    createActivityForgetter({
      dataFolder: folder,
      store: () => ({
        ...store,
        forgetActivity(order) {
          if (state.isFull) throw new Error('full');
          return store.forgetActivity(order);
        },
      }),
      isWriter: () => isWriter,
      flush: () => {
        state.flushed += 1;
        // What a buffer held.
        note('app', 'cursor');
        return Promise.resolve();
      },
      clock: { nowMs: () => nowMs },
      logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
  const names = () => store.activity({ fromMs: 0, toMs: Infinity }).map(({ name }) => name);
  return { state, note, names, writer: create(true), reader: create(false) };
}

describe('forgetting the use of sites and apps', () => {
  it('takes what is not in the ledger yet with it', async () => {
    const { note, names, writer, state } = makeScene();
    note('site', 'claude.ai');
    note('app', 'zed');
    expect(await writer.forget(['app'])).toEqual({ outcome: 'done', rows: 2 });
    expect([names(), state.flushed]).toEqual([['claude.ai'], 1]);
  });

  it('is ordered by who cannot write the ledger, and done once by who can', async () => {
    const { note, names, writer, reader, state } = makeScene();
    const file = path.join(folder, 'forget-activity.json');
    note('site', 'claude.ai');
    expect(await reader.forget(['site'])).toEqual({ outcome: 'ordered', rows: 1 });
    expect(await reader.forget(['app'])).toEqual({ outcome: 'ordered', rows: 0 });
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    await reader.carryOutRequest();
    expect(names()).toEqual(['claude.ai']);
    state.isFull = true;
    await writer.carryOutRequest();
    expect([names(), existsSync(file)]).toEqual([['cursor', 'claude.ai'], true]);
    state.isFull = false;
    await writer.carryOutRequest();
    expect([names(), existsSync(file)]).toEqual([[], false]);
    note('site', 'chatgpt.com');
    await writer.carryOutRequest();
    expect(names()).toEqual(['chatgpt.com']);
  });

  it('says so when the order cannot be left either', async () => {
    rmSync(folder, { recursive: true });
    const { reader } = makeScene();
    writeFileSync(folder, 'a file in its place');
    expect(await reader.forget(['site'])).toEqual({ outcome: 'not-written', rows: 0 });
  });
});
