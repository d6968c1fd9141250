/** More than any system's own: Windows' fit in 32 bits, and Linux has at most 4,194,304. */
const pidsOfASystem = 2 ** 32;

/**
 * The pid of a process of another system on this machine, such as a WSL distribution, as Fuelgauge knows it: pids of two
 * systems are never the same number. `system` counts from 1; 0 is this machine, whose pids stay what they are.
 */
export function toGuestPid(system: number, pid: number): number {
  return system * pidsOfASystem + pid;
}

/** Whether a pid is another system's: this one can send it no signal. */
export function isGuestPid(pid: number): boolean {
  return pid >= pidsOfASystem;
}
