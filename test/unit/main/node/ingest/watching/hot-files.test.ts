import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFileFacts } from '../../../../../../main/node/ingest/discovery/file-identity.ts';
import { createHotFiles, toPollDelay, type HotFiles } from '../../../../../../main/node/ingest/watching/hot-files.ts';
import { waitUntil } from '../../../../../support/wait-until.ts';

describe('toPollDelay', () => {
  it.each([
    [-3_600_000, 250],
    [0, 250],
    [9_999, 250],
    [10_000, 500],
    [60_000, 1000],
    [300_000, 2000],
    [899_999, 2000],
    [900_000, null],
  ])('%i ms of rest', (restedMs, expected) => {
    expect(toPollDelay(restedMs, 'partial')).toBe(expected);
    expect(toPollDelay(restedMs, 'broken')).toBe(expected);
  });

  it.each([
    [-3_600_000, 1000],
    [0, 1000],
    [9_999, 1000],
    [10_000, 60_000],
    [899_999, 60_000],
    [900_000, null],
  ])('%i ms of rest, where events are reliable', (restedMs, expected) => {
    expect(toPollDelay(restedMs, 'full')).toBe(expected);
  });
});

describe('createHotFiles', () => {
  let folder = '';
  let changed: string[] = [];
  let hot: HotFiles;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fuelgauge-hot-'));
    changed = [];
    hot = createHotFiles({
      readFacts: async (path) => toFileFacts(await stat(path)),
      clock: { nowMs: () => Date.now() },
      onChange: (path) => changed.push(path),
      trust: () => 'partial',
      slowness: 0.2,
    });
  });

  afterEach(() => {
    hot.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const touchNew = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, 'one\n');
    hot.touch(path, toFileFacts(statSync(path)));
    return path;
  };

  it('reports appended lines without any system event, repeatedly', async () => {
    const path = touchNew('a');
    appendFileSync(path, 'two\n');
    await waitUntil('the first change', () => changed.length === 1);
    appendFileSync(path, 'three\n');
    await waitUntil('the second change', () => changed.length === 2);
    expect(changed).toEqual([path, path]);
  });

  it('reports a deletion once', async () => {
    const path = touchNew('a');
    rmSync(path);
    await waitUntil('the deletion', () => changed.length > 0);
    await delay(200);
    expect(changed).toEqual([path]);
  });

  it('reports nothing for files at rest, nor while paused', async () => {
    const path = touchNew('a');
    touchNew('b');
    await delay(150);
    hot.setPaused(true);
    appendFileSync(path, 'two\n');
    await delay(200);
    expect(changed).toEqual([]);
    hot.setPaused(false);
    await waitUntil('the change', () => changed.includes(path));
  });

  it('covers only the 32 most recently changed files', async () => {
    const newest = touchNew('newest');
    const nowMs = Date.now();
    const paths = Array.from({ length: 40 }, (_, index) => {
      const path = join(folder, `${index}`);
      writeFileSync(path, 'one\n');
      hot.touch(path, { ...toFileFacts(statSync(path)), mtimeMs: nowMs - 5000 - index });
      return path;
    });
    for (const path of [newest, ...paths]) appendFileSync(path, 'two\n');
    await waitUntil('the changes', () => new Set(changed).size >= 32);
    await delay(200);
    expect(new Set(changed)).toEqual(new Set([newest, ...paths.slice(0, 31)]));
  });
});
