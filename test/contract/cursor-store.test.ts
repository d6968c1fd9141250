import { describe, expect, it } from 'vitest';
import { cursorOf, toOffset } from '../support/ledger-samples.ts';
import { ledgerStores } from '../support/ledger-stores.ts';

describe.each(ledgerStores)('cursor store: %s', (_name, create) => {
  it('returns the latest cursor of every file unchanged', () => {
    const store = create();
    const first = cursorOf({ path: '/logs/a', position: toOffset(10) });
    const last = cursorOf({
      path: '/logs/a',
      position: { kind: 'rows', size: 4_000_000_000 },
      readerState: { model: 'm', seen: [1, null, { deep: true }] },
      isGone: true,
      lines: 7,
      eventRows: 5,
      skips: { 'not-json': 2 },
      unloggedCalls: { title: 1 },
    });
    const other = cursorOf({ path: 'C:\\logs\\ü b', position: { kind: 'version', size: 12 } });
    store.apply([
      { records: [], cursor: first },
      { records: [], cursor: other },
    ]);
    store.apply([{ records: [], cursor: last }]);
    expect(new Map(store.cursors())).toEqual(
      new Map([
        [last.path, last],
        [other.path, other],
      ]),
    );
    expect(store.stats()).toEqual([
      { source: 'claude-code', events: 0, replayedEvents: 0, firstAtMs: null, lastAtMs: null },
    ]);
    store.close();
  });

  it('finds the cursor of one file, and none for a file that was never read', () => {
    const store = create();
    const cursor = cursorOf({ path: '/logs/a' });
    store.apply([
      { records: [], cursor },
      { records: [], cursor: cursorOf({ path: '/logs/b' }) },
    ]);
    expect(store.cursor('/logs/a')).toEqual(cursor);
    expect(store.cursor('/logs')).toBeUndefined();
    store.close();
  });

  it('lists how much of each file was read, except for missing files', () => {
    const store = create();
    const at = { inode: '7', mtimeMs: 1_234.5 };
    store.apply(
      [
        cursorOf({ path: '/lines', position: toOffset(10), ...at }),
        cursorOf({ path: '/document', position: { kind: 'version', size: 12 }, ...at }),
        cursorOf({ path: '/database', position: { kind: 'rows', size: 4_000_000_000 }, ...at }),
        cursorOf({ path: '/gone', isGone: true }),
      ].map((cursor) => ({ records: [], cursor })),
    );
    const known = store.knownFiles();
    expect(new Map([...known.keys()].map((path) => [path, known.get(path)]))).toEqual(
      new Map([
        ['/lines', { bytesRead: 10, ...at }],
        ['/document', { bytesRead: 12, ...at }],
        ['/database', { bytesRead: 4_000_000_000, ...at }],
      ]),
    );
    store.close();
  });
});
