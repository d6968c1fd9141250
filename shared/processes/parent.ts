import type { ProcessId } from '../domain/agent-process.ts';

/** Systems round start times to the second, and clocks get adjusted: a smaller difference counts as none. */
export const startToleranceMs = 2_000;

/**
 * Whether a process can have started another one that names its pid as its parent. A younger one has merely reused the
 * pid of a parent that is gone: on Windows, processes keep naming it.
 */
export function isOldEnough(parent: Pick<ProcessId, 'startedAtMs'>, child: Pick<ProcessId, 'startedAtMs'>): boolean {
  return parent.startedAtMs <= child.startedAtMs + startToleranceMs;
}
