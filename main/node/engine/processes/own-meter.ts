import type { OwnCost } from '../../../../shared/domain/agent-process.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { ProcessProbe } from '../../../../shared/ports/process-probe.ts';
import { listTree, measureOwnCost, type OwnHistory } from '../../../../shared/processes/own-cost.ts';
import { addSwitchCounts, noWakeUps, toWakeUpsPerSecond } from '../../../../shared/processes/wake-ups.ts';
import { readSwitchCounts } from '../../probes/own-wake-ups.ts';
import { readOwnWrittenBytes } from '../../probes/own-writes.ts';
import type { ProcessSurvey } from './process-watch.ts';

/** The kernel walks all pages of a process to sum up its memory, so this is rarely read. */
const memoryGoodForMs = 15 * minuteMs;
/** Every thread has a file of its own, and reading all of them has a cost, too. */
const wakeUpsGoodForMs = 5 * minuteMs;

/** Measures what this process and everything that it started cost. */
export interface OwnMeter {
  /** Never rejects. Null when this process is not in the survey. */
  measure(survey: ProcessSurvey): Promise<OwnCost | null>;
}

/** Builds the meter. Memory with shared pages divided is measured while no window is open. */
export function createOwnMeter(options: {
  readonly probe: ProcessProbe;
  readonly isAttended: () => boolean;
  readonly ownPid?: number;
}): OwnMeter {
  const ownPid = options.ownPid ?? process.pid;
  let history: OwnHistory = [];
  let wakeUps = noWakeUps;
  let memory: { readonly atMs: number; readonly pssBytes: number | null } | null = null;

  const readMemory = async ({ samples, atMs }: ProcessSurvey): Promise<number | null> => {
    const isFresh = memory !== null && atMs >= memory.atMs && atMs - memory.atMs < memoryGoodForMs;
    if (isFresh || options.isAttended()) return memory?.pssBytes ?? null;
    const pids = listTree(samples, ownPid).map(({ pid }) => pid);
    const details = await options.probe.inspect(pids, ['memory']).catch(() => []);
    const known = details.map(({ pssBytes }) => pssBytes).filter((bytes) => bytes !== null);
    // A sum with an unknown part is unknown.
    const pssBytes = known.length === pids.length ? known.reduce((sum, bytes) => sum + bytes, 0) : null;
    memory = { atMs, pssBytes };
    return pssBytes;
  };
  const readWakeUps = async ({ samples, atMs }: ProcessSurvey): Promise<number | null> => {
    const ageMs = wakeUps.last === null ? Infinity : atMs - wakeUps.last.atMs;
    // Soon after the first reading there is a second, so that something is known.
    const isDue = ageMs < 0 || ageMs >= (wakeUps.pieces.length === 0 ? minuteMs / 2 : wakeUpsGoodForMs);
    if (isDue) {
      const pids = listTree(samples, ownPid).map(({ pid }) => pid);
      wakeUps = addSwitchCounts(wakeUps, await readSwitchCounts(pids), atMs);
    }
    return toWakeUpsPerSecond(wakeUps);
  };
  return {
    async measure(survey) {
      const pssBytes = await readMemory(survey);
      const { atMs: nowMs, ...rest } = survey;
      const measured = measureOwnCost(history, {
        ...rest,
        ownPid,
        nowMs,
        pssBytes,
        writtenBytes: await readOwnWrittenBytes(),
        wakeUpsPerSecond: await readWakeUps(survey),
      });
      history = measured.history;
      return measured.cost;
    },
  };
}
