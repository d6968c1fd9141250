import { readdirSync, readFileSync } from 'node:fs';
import { readCpuMs, readKilobytes, readParentPid } from './measure-process.ts';

/** What a process and its descendants use at this moment. */
export interface TreeFigures {
  readonly processes: number;
  /** User and system time so far. */
  readonly cpuMs: number;
  /** Memory, with shared pages divided among the processes that share them. */
  readonly pssBytes: number;
  /** Passed to `write` and similar calls so far, including pipes. */
  readonly writtenBytes: number;
  /** The part of these that went to a disk. */
  readonly storedBytes: number;
}

/** Reads /proc; processes that end in the meantime are left out. */
export function readTree(root: number): TreeFigures {
  const sum = { processes: 0, cpuMs: 0, pssBytes: 0, writtenBytes: 0, storedBytes: 0 };
  for (const pid of listTree(root)) {
    try {
      const io = readFileSync(`/proc/${pid}/io`, 'utf8');
      sum.cpuMs += readCpuMs(pid);
      sum.writtenBytes += Number(/^wchar: (\d+)$/m.exec(io)?.[1]);
      sum.storedBytes += Number(/^write_bytes: (\d+)$/m.exec(io)?.[1]);
      sum.pssBytes += readKilobytes(`/proc/${pid}/smaps_rollup`, 'Pss') ?? 0;
      sum.processes++;
    } catch {
      continue;
    }
  }
  return sum;
}

function listTree(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? readParentPid(Number(name)) : null;
    if (parent !== null) parents.set(Number(name), parent);
  }
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && isBelow(parents.get(pid)!));
  return [...parents.keys()].filter(isBelow);
}
