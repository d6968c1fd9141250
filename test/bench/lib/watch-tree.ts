import { setTimeout as delay } from 'node:timers/promises';
import { toFigure, type Figure } from './figure.ts';
import type { Bench } from './measurement.ts';
import { readTree } from './process-tree.ts';

/** What follows the start for a minute: the last full check of all folders, memory release, Chromium's own first writes. */
const quietMs = 90_000;

/** What a process and its descendants use at rest, once they have settled. Throws when the process has ended. */
export async function watchTree(bench: Bench, name: string, pid: number): Promise<readonly Figure[]> {
  const spanMs = bench.size === 'full' ? 60_000 : 10_000;
  await delay(quietMs);
  const before = readTree(pid);
  await delay(spanMs);
  const after = readTree(pid);
  if (after.processes === 0) throw new Error(`${name} ended while it was watched`);
  return [
    toFigure(`${name}: processor, of one core`, 'share', (after.cpuMs - before.cpuMs) / spanMs),
    toFigure(`${name}: written`, 'bytes', after.writtenBytes - before.writtenBytes),
    toFigure(`${name}: of that to disk`, 'bytes', after.storedBytes - before.storedBytes),
    toFigure(`${name}: memory (PSS)`, 'bytes', after.pssBytes),
  ];
}
