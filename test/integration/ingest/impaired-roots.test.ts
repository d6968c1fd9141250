import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type chokidar from 'chokidar';
import { expect, it, vi } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import type { Source } from '../../../shared/sources/source.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { countOf, createTinySource, cursorOf, makeFolder, makeIngest, put, toLine } from './harness.ts';

const refused = vi.hoisted(() => ({ folder: '' }));

/** The real thing, but the system would not watch one folder, as when its limit of watches is reached. */
vi.mock('chokidar', async (load) => {
  const real = await load<typeof chokidar>();
  return {
    ...real,
    watch(paths: string[], options: object) {
      const watcher = real.watch(
        paths.filter((path) => path !== refused.folder),
        options,
      );
      const error = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: refused.folder });
      setImmediate(() => watcher.emit('error', error));
      return watcher;
    },
  };
});

/** A source that counts how often somebody asks whether a file is a log of its: a search asks about every file. */
function createCountingSource(id: string, folder: string): { readonly source: Source; readonly asked: () => number } {
  const source = createTinySource([folder], id);
  let asked = 0;
  const streams = source.streams.map((stream) => ({
    ...stream,
    matches(path: string) {
      asked += 1;
      return stream.matches(path);
    },
  }));
  return { source: { ...source, streams }, asked: () => asked };
}

it('looks only at the root whose watch failed, and follows the others by events', async () => {
  const [failed, followed] = [makeFolder(), makeFolder()];
  refused.folder = failed;
  const lost = put(failed, 'lost.jsonl', toLine('lost'));
  // Not written lately, so that nothing polls them.
  for (const path of [lost, put(followed, 'a.jsonl', toLine('one'))]) utimesSync(path, 1_700_000_000, 1_700_000_000);
  const store = createMemoryLedger();
  const quiet = createCountingSource('quiet', followed);
  const ingest = makeIngest([createTinySource([failed]), quiet.source], store, {
    timing: { heartbeatMs: 20, impairedMs: 40 },
  });
  await ingest.watch();
  expect(countOf(store).events).toBe(2);

  const asked = quiet.asked();
  put(failed, 'project/new.jsonl', toLine('new'));
  await waitUntil('what no event tells', () => countOf(store).events === 3);
  rmSync(lost);
  await waitUntil('what is gone', () => cursorOf(store, lost).isGone);
  expect(quiet.asked()).toBe(asked);
  expect(ingest.roots().get('quiet')).toMatchObject([{ files: 1 }]);
  expect(ingest.roots().get('tiny')).toMatchObject([{ files: 1 }]);

  put(followed, 'b.jsonl', toLine('by an event'));
  await waitUntil('an event', () => countOf(store).events === 4);
  expect(cursorOf(store, join(followed, 'a.jsonl')).isGone).toBe(false);
});
