import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { readJsonFile } from '../../node/system/read-json-file.ts';
import { replaceFile } from '../../node/system/replace-file.ts';
import { batchSchema, type Batch } from './batch.ts';

/** Batches waiting to be sent, in files. One process at a time. */
export interface BatchQueue {
  /** Since when cumulative sums count: when the queue was first opened. */
  readonly startedAtMs: number;
  /** The last batch that counts as received; null before any. */
  base(): Promise<Batch | null>;
  add(batch: Batch): Promise<void>;
  /** The oldest batch that waits; null where none does. One that cannot be read is removed. */
  next(): Promise<Batch | null>;
  /** Notes that the oldest one is about to be sent: after a crash it counts as received if `isOnce`. */
  begin(isOnce: boolean): Promise<void>;
  /** The oldest one was not received, and keeps waiting. */
  requeue(): Promise<void>;
  /** The oldest one counts as received: what comes next is counted from it. */
  acknowledge(): Promise<void>;
  /** The oldest one was refused and is dropped: the next is counted from the same base. */
  drop(): Promise<void>;
  size(): Promise<number>;
}

/** An hour at the shortest sensible interval, and too little to matter on a disk. */
const maxBatches = 240;
const maxBytes = 16 * 1024 * 1024;
const waitingName = /^(\d{16})\.json$/;
const sendingName = /^(\d{16})\.sending$/;
const startSchema = v.object({ startedAtMs: v.number() });

/**
 * Opens the queue in a folder. Batches hold sums, not differences: when too many wait, the oldest are dropped and no usage
 * is lost, since the next difference is larger. What a crash left while it was being sent counts as received.
 */
export async function openBatchQueue(folder: string, nowMs: number): Promise<BatchQueue> {
  await mkdir(folder, { recursive: true });
  const inFolder = (name: string): string => path.join(folder, name);
  const baseFile = inFolder('base.json');
  const started = await readJsonFile(inFolder('start.json'), startSchema, maxBytes);
  if (started === null) await replaceFile(inFolder('start.json'), JSON.stringify({ startedAtMs: nowMs }));
  const list = async (pattern: RegExp): Promise<readonly string[]> =>
    (await readdir(folder)).filter((name) => pattern.test(name)).toSorted();
  for (const name of await list(sendingName)) await rename(inFolder(name), baseFile);
  let sending: string | null = null;
  const oldest = async (): Promise<string | null> => sending ?? (await list(waitingName))[0] ?? null;
  return {
    startedAtMs: started?.startedAtMs ?? nowMs,
    base: () => readJsonFile(baseFile, batchSchema, maxBytes),
    async add(batch) {
      const waiting = await list(waitingName);
      for (const name of waiting.slice(0, Math.max(0, waiting.length + 1 - maxBatches))) await rm(inFolder(name));
      await replaceFile(inFolder(`${String(batch.atMs).padStart(16, '0')}.json`), JSON.stringify(batch));
    },
    async next() {
      for (let name = await oldest(); name !== null; name = await oldest()) {
        const batch = await readJsonFile(inFolder(name), batchSchema, maxBytes);
        if (batch !== null) return batch;
        await rm(inFolder(name), { force: true, recursive: true });
        sending = null;
      }
      return null;
    },
    async begin(isOnce) {
      const name = await oldest();
      if (name === null || sending !== null) return;
      sending = isOnce ? name.replace('.json', '.sending') : name;
      if (isOnce) await rename(inFolder(name), inFolder(sending));
    },
    async requeue() {
      if (sending?.endsWith('.sending') === true) {
        await rename(inFolder(sending), inFolder(sending.replace('.sending', '.json')));
      }
      sending = null;
    },
    async acknowledge() {
      const name = await oldest();
      if (name !== null) await rename(inFolder(name), baseFile);
      sending = null;
    },
    async drop() {
      const name = await oldest();
      if (name !== null) await rm(inFolder(name), { force: true });
      sending = null;
    },
    size: async () => (await list(waitingName)).length + (sending === null ? 0 : 1),
  };
}
