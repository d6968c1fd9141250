import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCommitter } from '../../../main/node/ingest/committer.ts';
import { createFileReader } from '../../../main/node/ingest/file-reader.ts';
import type { ReadResult } from '../../../main/node/ingest/file-reading.ts';
import { startScanWorkers, type ScanWorkers } from '../../../main/node/ingest/threads/scan-workers.ts';
import { dumpLedger } from '../../support/dump-ledger.ts';
import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { sources } from '../../../shared/sources/registry.ts';
import { claudeLine } from '../../support/agent-logs.ts';
import { lineStreamOf } from '../../support/streams.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { createTinySource, toLine } from './harness.ts';

const makeFolder = useTemporaryFolders();
const claudeCode = sources.find(({ id }) => id === 'claude-code')!;
const startMs = Date.UTC(2026, 4, 1, 10);

/** Transcripts of several megabytes each, with some responses in two of them. */
function writeLogs(folder: string): readonly string[] {
  return Array.from({ length: 5 }, (_, file) => {
    const at = path.join(folder, `session-${file}.jsonl`);
    const lines = Array.from({ length: 900 }, (_, row) =>
      claudeLine({
        id: file * 800 + Math.floor(row / 2),
        atMs: startMs + row * 1000,
        session: `s${file}`,
        padding: 6000,
      }),
    );
    writeFileSync(at, lines.join(''));
    return at;
  });
}

/** Reads files as ingest does, on the given threads or, without them, on this one; returns the result of each read. */
async function readAll(
  ledger: InspectableLedger,
  files: readonly string[],
  workers: ScanWorkers | null,
  shouldStop: () => boolean = () => false,
): Promise<readonly (ReadResult['kind'] | 'null')[]> {
  const endings: (ReadResult['kind'] | 'null')[] = [];
  const committer = createCommitter(ledger, {
    onDelta: () => undefined,
    onFailure: (error) => {
      throw error;
    },
  });
  const desk = createFileReader({
    committer,
    findOwner: () => ({ source: claudeCode, stream: lineStreamOf(claudeCode), device: 'old-laptop' }),
    shouldStop,
    onBytes: () => undefined,
    onSeen: () => undefined,
    onAgain: () => undefined,
    isImported: () => false,
    readElsewhere: async (file, sink) => {
      const result = (await workers?.read(file, sink)) ?? null;
      endings.push(result?.kind ?? 'null');
      return result;
    },
  });
  await Promise.all(files.map((file) => desk.read(file)));
  committer.flush();
  return endings;
}

describe('scan workers', () => {
  it('give the same ledger, including cursors, as reading on this thread', async () => {
    const files = writeLogs(makeFolder());
    const [here, there] = [createMemoryLedger(), createMemoryLedger()];
    await readAll(here, files, null);
    const workers = await startScanWorkers();
    expect(await readAll(there, files, workers)).toEqual(files.map(() => 'read'));
    workers?.close();
    expect(dumpLedger(there)).toBe(dumpLedger(here));
    expect(there.stats()[0]?.events).toBeGreaterThan(1000);
  });

  it('stop between two parts of a file, and resume there', async () => {
    // More responses than may be in flight at a time.
    const file = path.join(makeFolder(), 'a.jsonl');
    const rows = Array.from({ length: 30_000 }, (_, id) => claudeLine({ id, atMs: startMs + id }));
    writeFileSync(file, rows.join(''));
    const files = [file];
    const [here, there] = [createMemoryLedger(), createMemoryLedger()];
    await readAll(here, files, null);
    const workers = await startScanWorkers();
    let asked = 0;
    expect(await readAll(there, files, workers, () => ++asked > files.length)).toEqual(['stopped']);
    expect(dumpLedger(there)).not.toBe(dumpLedger(here));
    await readAll(there, files, workers);
    workers?.close();
    expect(dumpLedger(there)).toBe(dumpLedger(here));
  });

  it('leave the files to this thread when they die, even in the middle of a file, or do not start', async () => {
    const folder = makeFolder();
    const files = writeLogs(folder);
    const here = createMemoryLedger();
    await readAll(here, files, null);
    // Dies on its second message: in the middle of a file.
    const real = new URL('../../../main/node/ingest/threads/scan-worker.ts', import.meta.url);
    const dying = path.join(folder, 'dying.mjs');
    writeFileSync(
      dying,
      `import { parentPort } from 'node:worker_threads';
      let heard = 0;
      parentPort.on('message', () => { if (++heard === 4) process.exit(1); });
      await import(${JSON.stringify(real.href)});`,
    );
    for (const script of [pathToFileURL(dying), pathToFileURL(path.join(folder, 'missing.mjs'))]) {
      const ledger = createMemoryLedger();
      const workers = await startScanWorkers(script);
      expect(await readAll(ledger, files, workers)).toContain('null');
      workers?.close();
      expect(dumpLedger(ledger)).toBe(dumpLedger(here));
    }
  });

  it('leave an unknown source to this thread', async () => {
    const folder = makeFolder();
    const file = path.join(folder, 'a.jsonl');
    writeFileSync(file, toLine('one'));
    const workers = await startScanWorkers();
    const source = createTinySource([folder]);
    const read = workers?.read(
      { path: file, source, stream: lineStreamOf(source), device: null, cursor: undefined, seen: undefined },
      { onBatch: () => expect.unreachable(), shouldStop: () => false },
    );
    expect((await read) ?? null).toBeNull();
    workers?.close();
  });
});
