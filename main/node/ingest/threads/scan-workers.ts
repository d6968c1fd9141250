import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FileCursor } from '../../../../shared/ports/cursor-store.ts';
import type { LedgerBatch } from '../../../../shared/ports/ledger-writer.ts';
import { sources } from '../../../../shared/sources/registry.ts';
import type { FileToRead, ReadResult, ReadSink } from '../file-reading.ts';
import { findWorkerScript } from '../../system/find-worker-script.ts';
import { countPacked, unpackRecords, type PackedRecords } from './packed-records.ts';
import type { ScanMessage, ScanOrder } from './scan-messages.ts';

/** Threads that read while this one writes the ledger. Additional ones would only wait for it. */
const maxWorkers = 2;
/** A worker creates mostly short-lived objects: enough room for them avoids frequent garbage collection. */
const youngGenerationMb = 12;

/** Reads files on other threads. */
export interface ScanWorkers {
  /**
   * Reads a file like `readLogFile`. Null when it could not be read to its end here, because the workers would not
   * start or one died: what `sink` received before that is complete up to its last cursor.
   */
  read(file: FileToRead, sink: ReadSink): Promise<ReadResult | null>;
  /** Ends the threads. */
  close(): void;
}

interface OpenRead {
  readonly file: FileToRead;
  readonly sink: ReadSink;
  readonly end: (result: ReadResult | null) => void;
}

interface OpenWorker {
  readonly worker: Worker;
  readonly reads: Map<number, OpenRead>;
}

/** Starts the threads. Null when they could not help: there is only one core, or no worker script. */
export async function startScanWorkers(wanted?: URL, maxCount = maxWorkers): Promise<ScanWorkers | null> {
  const script = wanted ?? (await findWorkerScript('scan-worker', import.meta.url));
  if (script === null || availableParallelism() < 2) return null;
  const pool: OpenWorker[] = [];
  let lastId = 0;

  const drop = (dead: OpenWorker): void => {
    const place = pool.indexOf(dead);
    if (place >= 0) pool.splice(place, 1);
    for (const { end } of dead.reads.values()) end(null);
    dead.reads.clear();
  };

  const start = (): void => {
    const worker = new Worker(script, {
      name: 'fuelgauge-scan',
      resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
    });
    const opened: OpenWorker = { worker, reads: new Map() };
    worker.on('message', (message: ScanMessage) => handleMessage(opened, message));
    // An `exit` event follows every `error`.
    worker.on('error', () => undefined);
    worker.on('exit', () => drop(opened));
    pool.push(opened);
  };
  for (let count = 0; count < Math.min(maxCount, availableParallelism()); count++) start();

  return {
    read(file, sink) {
      const [first, ...others] = pool;
      if (first === undefined || !sources.includes(file.source)) return Promise.resolve(null);
      const idlest = others.reduce((best, other) => (other.reads.size < best.reads.size ? other : best), first);
      const id = ++lastId;
      return new Promise((end) => {
        idlest.reads.set(id, { file, sink, end });
        const { path, source, device, omitsTelemetryNames = false, cursor, seen } = file;
        const stream = source.streams.indexOf(file.stream);
        send(idlest, { kind: 'read', id, path, source: source.id, stream, device, omitsTelemetryNames, cursor, seen });
      });
    },
    close() {
      for (const { worker } of pool) void worker.terminate();
    },
  };
}

function handleMessage(opened: OpenWorker, message: ScanMessage): void {
  const { id } = message;
  const read = opened.reads.get(id);
  if (read === undefined) return;
  if (message.kind === 'end') {
    opened.reads.delete(id);
    read.end(message.result);
    return;
  }
  const { records, cursor, bytes } = message;
  const count = countPacked(records);
  // Sent first, so that the worker continues while the ledger is written.
  send(opened, { kind: 'accepted', id, records: count, isCancelled: read.sink.shouldStop() });
  read.sink.onBatch(toBatch(records, cursor), bytes, count);
}

/** A batch that stays packed until its records are accessed, which takes far less memory. */
function toBatch(records: PackedRecords, cursor: FileCursor): LedgerBatch {
  return {
    get records() {
      return unpackRecords(records);
    },
    cursor,
  };
}

function send({ worker }: OpenWorker, order: ScanOrder): void {
  worker.postMessage(order);
}
