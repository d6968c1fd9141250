import { parentPort } from 'node:worker_threads';
import { sources } from '../../../../shared/sources/registry.ts';
import { createChunkMemory } from '../lines/chunk-memory.ts';
import type { ReadResult } from '../file-reading.ts';
import { openFileWaiting } from './open-file-waiting.ts';
import { packRecords } from './packed-records.ts';
import { readLogFile } from '../read-file.ts';
import type { ScanNews, ScanOrder } from './scan-messages.ts';

const chunkBytes = 1024 * 1024;
/** Records on their way: enough to go on reading while the ledger is written, and no more than memory bears. */
const maxUnderway = 16_000;
/** What a batch counts beside its records, so that whoever wants it all to stop need not wait long. */
const batchWeight = 250;

if (parentPort !== null) run(parentPort);

/** Reads and parses files on a thread of its own; what it finds goes to the one who writes the ledger. */
function run(port: NonNullable<typeof parentPort>): void {
  const over = new Set<number>();
  const buffer = createChunkMemory(chunkBytes);
  let underway = 0;
  let isTurnDue = false;
  let turn = Promise.resolve();
  let waiters: (() => void)[] = [];

  const mayGoOn = async (): Promise<void> => {
    // Reading waits for the disk on this thread: without a turn of the loop no order would come through.
    if (isTurnDue) await new Promise<void>((resolve) => setImmediate(resolve));
    isTurnDue = false;
    while (underway >= maxUnderway) await new Promise<void>((resolve) => waiters.push(resolve));
  };

  const read = async ({
    id,
    path,
    source: sourceId,
    stream: place,
    cursor,
    seen,
  }: ScanOrder & { kind: 'read' }): Promise<ReadResult> => {
    const source = sources.find((candidate) => candidate.id === sourceId);
    const stream = source?.streams[place];
    if (source === undefined || stream === undefined)
      return { kind: 'failed', reason: 'unknown-source', seen: undefined };
    return readLogFile(
      { path, source, stream, cursor, seen },
      {
        open: openFileWaiting,
        buffer,
        onBatch(batch, bytes) {
          const records = packRecords(batch.records);
          underway += batch.records.length + batchWeight;
          const news: ScanNews = { kind: 'batch', id, records, cursor: batch.cursor, bytes };
          port.postMessage(news, [records.numbers.buffer]);
          isTurnDue = true;
        },
        shouldStop: () => over.has(id),
        mayGoOn,
      },
    );
  };

  port.on('message', (order: ScanOrder) => {
    if (order.kind === 'taken') {
      underway -= order.records + batchWeight;
      if (order.isOver) over.add(order.id);
      const woken = waiters;
      waiters = [];
      for (const wake of woken) wake();
      return;
    }
    // One after the other: they share the memory, and this thread waits for the disk anyway.
    turn = turn.then(async () => {
      const result = await read(order);
      over.delete(order.id);
      port.postMessage({ kind: 'end', id: order.id, result } satisfies ScanNews);
    });
  });
}
