import { parentPort, type MessagePort } from 'node:worker_threads';
import { sources } from '../../../../shared/sources/registry.ts';
import { createChunkMemory } from '../lines/chunk-memory.ts';
import type { ReadResult } from '../file-reading.ts';
import { openFileWaiting } from './open-file-waiting.ts';
import { packRecords } from './packed-records.ts';
import { readLogFile } from '../read-file.ts';
import type { ScanMessage, ScanOrder } from './scan-messages.ts';

type ReadOrder = ScanOrder & { readonly kind: 'read' };

const chunkBytes = 1024 * 1024;
/** Records sent but not yet accepted: enough to continue reading during a ledger write, but limited by memory. */
const maxUnderway = 16_000;
/** Added to the record count of every batch, so that stopping does not take long. */
const batchWeight = 250;

if (parentPort !== null) run(parentPort);

/** Reads and parses files on a separate thread, and sends the results to the thread that writes the ledger. */
function run(port: MessagePort): void {
  const cancelled = new Set<number>();
  const buffer = createChunkMemory(chunkBytes);
  const backlog = createBacklog();
  let turn = Promise.resolve();

  const read = async (order: ReadOrder): Promise<ReadResult> => {
    const { id, source: sourceId, stream: place, path, device, omitsTelemetryNames, cursor, seen } = order;
    const source = sources.find((candidate) => candidate.id === sourceId);
    const stream = source?.streams[place];
    if (source === undefined || stream === undefined)
      return { kind: 'failed', reason: 'unknown-source', seen: undefined };
    return readLogFile(
      { path, source, stream, device, omitsTelemetryNames, cursor, seen },
      {
        open: openFileWaiting,
        buffer,
        onBatch(batch, bytes) {
          const records = packRecords(batch.records);
          backlog.add(batch.records.length);
          const message: ScanMessage = { kind: 'batch', id, records, cursor: batch.cursor, bytes };
          port.postMessage(message, [records.numbers.buffer]);
        },
        shouldStop: () => cancelled.has(id),
        waitForCapacity: backlog.waitForCapacity,
      },
    );
  };

  port.on('message', (order: ScanOrder) => {
    if (order.kind === 'accepted') {
      if (order.isCancelled) cancelled.add(order.id);
      backlog.remove(order.records);
      return;
    }
    // One at a time: the reads share the buffer, and this thread waits for the disk anyway.
    turn = turn.then(async () => {
      const result = await read(order);
      cancelled.delete(order.id);
      port.postMessage({ kind: 'end', id: order.id, result } satisfies ScanMessage);
    });
  });
}

/** The batches that were sent and are not accepted yet, by their numbers of records. */
function createBacklog() {
  let weight = 0;
  let isTurnDue = false;
  let waiters: (() => void)[] = [];
  return {
    add(records: number): void {
      weight += records + batchWeight;
      isTurnDue = true;
    },
    remove(records: number): void {
      weight -= records + batchWeight;
      const woken = waiters;
      waiters = [];
      for (const wake of woken) wake();
    },
    async waitForCapacity(): Promise<void> {
      // Reading blocks this thread: without a turn of the event loop, no message would arrive.
      if (isTurnDue) await new Promise<void>((resolve) => setImmediate(resolve));
      isTurnDue = false;
      while (weight >= maxUnderway) await new Promise<void>((resolve) => waiters.push(resolve));
    },
  };
}
