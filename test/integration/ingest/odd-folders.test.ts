import { appendFileSync, chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { countOf, createTinySource, cursorOf, makeFolder, makeIngest, put, toLine } from './harness.ts';

/** Runs it as a user to whom permissions apply: the superuser may read everything. */
async function asOrdinaryUser(folder: string, run: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return run();
  chmodSync(folder, 0o755);
  process.seteuid?.('nobody');
  try {
    await run();
  } finally {
    process.seteuid?.(0);
  }
}

const onUnix = process.platform !== 'win32';

describe('odd folders', () => {
  it.runIf(onUnix)('reports a folder and a socket that are named like logs, and reads the rest', async () => {
    const folder = makeFolder();
    put(folder, 'folder.jsonl/inside.jsonl', toLine('one'));
    put(folder, 'good.jsonl', toLine('two'));
    const server = createServer().listen(join(folder, 'socket.jsonl'));
    await new Promise((resolve) => server.once('listening', resolve));
    const store = createMemoryLedger();
    const ingest = makeIngest([createTinySource([folder])], store);
    await ingest.scan();
    await new Promise((resolve) => server.close(resolve));
    expect(countOf(store).events).toBe(2);
    expect([...ingest.unreadable()].sort((a, b) => a.path.localeCompare(b.path))).toEqual([
      { source: 'tiny', path: join(folder, 'folder.jsonl'), reason: 'is-a-folder' },
      { source: 'tiny', path: join(folder, 'socket.jsonl'), reason: 'not-a-file' },
    ]);
  });

  it.runIf(onUnix)('reports a root below a file, a root in a loop of links, and a forbidden folder', async () => {
    const folder = makeFolder();
    put(folder, 'file', '');
    symlinkSync(join(folder, 'circle'), join(folder, 'circle'));
    const good = put(folder, 'good/a.jsonl', toLine('one'));
    put(folder, 'good/forbidden/b.jsonl', toLine('two'));
    chmodSync(join(folder, 'good/forbidden'), 0);
    const store = createMemoryLedger();
    const roots = ['file/logs', 'circle', 'good', 'missing'].map((name) => join(folder, name));
    const ingest = makeIngest([createTinySource(roots)], store);
    await ingest.scan();
    chmodSync(join(folder, 'good/forbidden'), 0o700);
    expect(
      ingest
        .roots()
        .get('tiny')
        ?.map((root) => root.state),
    ).toEqual(['unreadable', 'unreadable', 'found', 'missing']);
    const reasons = new Map(ingest.unreadable().map((problem) => [problem.path, problem.reason]));
    expect(reasons.get(roots[0]!)).toBe('parent-not-a-folder');
    expect(reasons.get(roots[1]!)).toBe('link-loop');
    expect(cursorOf(store, good).lines).toBe(1);
    // The superuser may read everything.
    if (process.getuid?.() !== 0) expect(reasons.get(join(folder, 'good/forbidden'))).toBe('no-permission');
  });

  it.runIf(onUnix)('reports a forbidden file, keeps what was read of it, and reads it when it can again', async () => {
    const folder = makeFolder();
    const path = put(folder, 'a.jsonl', toLine('one'));
    put(folder, 'b.jsonl', toLine('other'));
    const store = createMemoryLedger();
    const ingest = makeIngest([createTinySource([folder])], store);
    await ingest.scan();
    appendFileSync(path, toLine('two'));
    chmodSync(path, 0);
    await asOrdinaryUser(folder, () => ingest.rescan());
    expect(ingest.unreadable()).toEqual([{ source: 'tiny', path, reason: 'no-permission' }]);
    expect(countOf(store).events).toBe(2);
    expect(cursorOf(store, path)).toMatchObject({ isGone: false, lines: 1 });
    chmodSync(path, 0o600);
    await ingest.rescan();
    expect(ingest.unreadable()).toEqual([]);
    expect(countOf(store).events).toBe(3);
  });

  it.runIf(onUnix)('retries what could not be read before', async () => {
    const folder = makeFolder();
    const store = createMemoryLedger();
    put(folder, 'file', '');
    const root = join(folder, 'file');
    const ingest = makeIngest([createTinySource([root, join(root, 'logs')])], store);
    await ingest.scan();
    expect(ingest.unreadable()).toHaveLength(2);
    const other = makeFolder();
    put(other, 'a.jsonl', toLine('one'));
    const second = makeIngest([createTinySource([other])], store);
    await second.scan();
    expect(second.unreadable()).toEqual([]);
    expect(countOf(store).events).toBe(1);
  });

  it('reads nothing twice through links, loops, and roots that are equal or nested', async () => {
    const folder = makeFolder();
    const path = put(folder, 'home/projects/a.jsonl', toLine('one'));
    put(folder, 'home/projects/sub/b.jsonl', toLine('two'));
    symlinkSync(join(folder, 'home'), join(folder, 'same'));
    symlinkSync(join(folder, 'home'), join(folder, 'home/projects/up'));
    symlinkSync(join(folder, 'home/projects/sub'), join(folder, 'home/projects/link'));
    symlinkSync(path, join(folder, 'home/projects/link.jsonl'));
    symlinkSync(join(folder, 'nothing'), join(folder, 'home/projects/dangling.jsonl'));
    const roots = ['home', 'same', 'home/projects', 'home'].map((name) => join(folder, name));
    const source = createTinySource(roots);
    const store = createMemoryLedger();
    const ingest = makeIngest([source, createTinySource(roots, 'second')], store, {
      extraFolders: [{ source: 'tiny', path: roots[1]! }],
    });
    await ingest.scan();
    expect(source.linesRead).toHaveLength(2);
    expect([...store.cursors().values()].map((cursor) => [cursor.path, cursor.source]).sort()).toEqual([
      [path, 'tiny'],
      [join(folder, 'home/projects/sub/b.jsonl'), 'tiny'],
    ]);
    expect(ingest.unreadable()).toEqual([]);
    expect(
      ingest
        .roots()
        .get('tiny')
        ?.map((root) => [root.state, root.files]),
    ).toEqual([
      ['found', 2],
      ['found', 0],
      ['found', 0],
    ]);
  });

  it('follows links that lead out of a root, but not to a folder that contains the root', async () => {
    const folder = makeFolder();
    const root = join(folder, 'root');
    mkdirSync(root);
    put(folder, 'beside.jsonl', toLine('not below the root'));
    const linked = put(makeFolder(), 'linked.jsonl', toLine('one'));
    symlinkSync(join(linked, '..'), join(root, 'out'));
    symlinkSync(folder, join(root, 'above'));
    const store = createMemoryLedger();
    await makeIngest([createTinySource([root])], store).scan();
    expect([...store.cursors().keys()]).toEqual([linked]);
  });
});
