import { execFileSync } from 'node:child_process';
import { renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../../shared/domain/log-record.ts';
import type { Source } from '../../../shared/sources/source.ts';
import type { LogDocument } from '../../../shared/sources/streams.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { makeReading } from '../../support/make-reading.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { createTinyDocuments, makeFolder, makeIngest, put } from './harness.ts';

const longAgo = new Date(Date.now() - 60_000);

/** A source whose limits are in a file of a folder that belongs to somebody else. */
function makeSource(path: string) {
  const seen: unknown[] = [];
  const source: Source = {
    ...createTinyDocuments([]),
    limitRoots: () => [{ path, origin: 'default', isFile: true }],
    streams: [
      {
        kind: 'document',
        matches: (relativePath) => relativePath === 'app.json',
        fields: { used: true },
        isPrivate: true,
        read({ value }: LogDocument): readonly LogRecord[] {
          seen.push(value);
          const { used } = value as { readonly used: number };
          return [{ kind: 'limit', reading: makeReading({ usedPercent: used, observedAtMs: Date.now() }) }];
        },
      },
    ],
  };
  return { source, seen };
}

function usedIn(store: ReturnType<typeof createMemoryLedger>) {
  return store.latestLimitReadings(Infinity).map(({ usedPercent }) => usedPercent);
}

describe('a single file as a root', () => {
  it('is read, without what is none of our business, and nothing beside it', async () => {
    const home = makeFolder();
    const path = put(home, 'app.json', JSON.stringify({ key: 'a secret', used: 12, more: { key: 'a secret' } }));
    put(home, 'below/app.json', JSON.stringify({ used: 99 }));
    const { source, seen } = makeSource(path);
    const store = createMemoryLedger();
    const ingest = makeIngest([source], store);
    await ingest.scan();
    expect(usedIn(store)).toEqual([12]);
    expect(seen).toEqual([{ key: 0, used: 12, more: 0 }]);
    expect(ingest.roots().get(source.id)).toMatchObject([{ path, state: 'found', files: 1 }]);
  });

  it('is followed, also when it is replaced, although its folder is not watched', async () => {
    const home = makeFolder();
    const path = put(home, 'app.json', JSON.stringify({ used: 12 }));
    const store = createMemoryLedger();
    await makeIngest([makeSource(path).source], store).watch();
    renameSync(put(home, 'app.json.tmp', JSON.stringify({ used: 55 })), path);
    await waitUntil('the new figure', () => usedIn(store).includes(55));
  });

  it('is found when it appears', async () => {
    const path = join(makeFolder(), 'app.json');
    const { source } = makeSource(path);
    const store = createMemoryLedger();
    const ingest = makeIngest([source], store);
    await ingest.watch();
    expect(ingest.roots().get(source.id)).toMatchObject([{ state: 'missing' }]);
    expect(ingest.unreadable()).toEqual([]);
    writeFileSync(path, JSON.stringify({ used: 7 }));
    await waitUntil('the first figure', () => usedIn(store).includes(7));
  });

  it('that is half written changes nothing until it is whole', async () => {
    const path = put(makeFolder(), 'app.json', JSON.stringify({ used: 12 }));
    utimesSync(path, longAgo, longAgo);
    const store = createMemoryLedger();
    const ingest = makeIngest([makeSource(path).source], store);
    await ingest.scan();
    writeFileSync(path, '{"used": 5');
    await ingest.scan();
    expect(usedIn(store)).toEqual([12]);
    expect(ingest.unreadable()).toEqual([]);
    writeFileSync(path, '{"used": 56}');
    await ingest.scan();
    expect(usedIn(store)).toEqual([56]);
  });

  it('may be a link', async () => {
    const home = makeFolder();
    const path = join(home, 'app.json');
    symlinkSync(put(makeFolder(), 'real.json', JSON.stringify({ used: 3 })), path);
    const store = createMemoryLedger();
    await makeIngest([makeSource(path).source], store).scan();
    expect(usedIn(store)).toEqual([3]);
  });

  it('that is a folder is reported', async () => {
    const home = makeFolder();
    const path = join(home, 'app.json');
    put(home, 'app.json/x', '');
    const ingest = makeIngest([makeSource(path).source]);
    await ingest.scan();
    expect(ingest.unreadable()).toMatchObject([{ path, reason: 'is-a-folder' }]);
  });

  it.skipIf(process.platform === 'win32')('that is a pipe is reported, and waits for nobody', async () => {
    const path = join(makeFolder(), 'app.json');
    execFileSync('mkfifo', [path]);
    const ingest = makeIngest([makeSource(path).source]);
    await ingest.scan();
    expect(ingest.unreadable()).toMatchObject([{ path, reason: 'not-a-file' }]);
  });
});
