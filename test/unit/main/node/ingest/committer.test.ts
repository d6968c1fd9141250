import { describe, expect, it } from 'vitest';
import { createCommitter } from '../../../../../main/node/ingest/committer.ts';
import { createMemoryLedger } from '../../../../fakes/memory-ledger.ts';
import { toOffset } from '../../../../support/ledger-samples.ts';
import type { FileCursor } from '../../../../../shared/ports/cursor-store.ts';
import type { LedgerStore } from '../../../../../shared/ports/ledger-store.ts';
import type { LedgerBatch } from '../../../../../shared/ports/ledger-writer.ts';

function batch(path: string, offset: number): LedgerBatch {
  const cursor: FileCursor = {
    path,
    source: 'tiny',
    position: toOffset(offset),
    inode: '1',
    mtimeMs: 0,
    readerState: null,
    isGone: false,
    lines: 0,
    eventRows: 0,
    skips: {},
    unloggedCalls: {},
  };
  return { records: [], cursor };
}

function makeCommitter() {
  const ledger = createMemoryLedger();
  const applied: number[] = [];
  const failures: unknown[] = [];
  let isBroken = false;
  const store: LedgerStore = {
    ...ledger,
    apply(batches) {
      if (isBroken) throw new Error('broken');
      applied.push(batches.length);
      return ledger.apply(batches);
    },
  };
  const committer = createCommitter(store, { onDelta: () => undefined, onFailure: (error) => failures.push(error) });
  return { committer, ledger, applied, failures, breakStore: () => (isBroken = true) };
}

describe('createCommitter', () => {
  it('gathers small batches and commits a large one at once', () => {
    const { committer, ledger, applied } = makeCommitter();
    committer.add(batch('/a', 1), 10);
    committer.add(batch('/b', 2), 10);
    expect(applied).toEqual([]);
    expect(committer.cursor('/b')?.position).toEqual(toOffset(2));
    expect(committer.known('/b')).toMatchObject({ bytesRead: 2 });
    expect([...committer.knownPaths()]).toEqual([]);
    committer.add(batch('/a', 3), 4 * 1024 * 1024);
    expect(applied).toEqual([3]);
    expect(ledger.cursors().get('/a')?.position).toEqual(toOffset(3));
    expect(committer.known('/a')).toMatchObject({ bytesRead: 3 });
    expect([...committer.knownPaths()].sort()).toEqual(['/a', '/b']);
  });

  it('no longer knows a file that is gone, committed or not', () => {
    const { committer, ledger } = makeCommitter();
    committer.add(batch('/a', 1), 10);
    committer.flush();
    const gone = batch('/a', 1);
    committer.add({ ...gone, cursor: { ...gone.cursor, isGone: true } }, 0);
    expect(committer.known('/a')).toBeUndefined();
    committer.flush();
    expect([...committer.knownPaths()]).toEqual([]);
    expect(committer.cursor('/a')?.isGone).toBe(true);
    expect([...ledger.knownFiles().keys()]).toEqual([]);
  });

  it('commits the rest on request, and nothing when there is none', () => {
    const { committer, applied } = makeCommitter();
    committer.flush();
    committer.add(batch('/a', 1), 10);
    committer.flush();
    committer.flush();
    expect(applied).toEqual([1]);
  });

  it('falls back to the committed cursors when the store fails', () => {
    const { committer, failures, breakStore } = makeCommitter();
    committer.add(batch('/a', 1), 10);
    committer.flush();
    breakStore();
    committer.add(batch('/a', 2), 10);
    committer.flush();
    expect(failures).toHaveLength(1);
    expect(committer.cursor('/a')?.position).toEqual(toOffset(1));
  });
});
