import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { minuteMs, secondMs } from '../../../../shared/domain/instant.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { AppSnapshot } from '../../../../shared/snapshot/app-snapshot.ts';
import { toStatuslineFacts } from '../../../../shared/snapshot/statusline-facts.ts';
import { replaceFile } from '../../system/replace-file.ts';
import { toStatuslineFolder } from '../../statusline/statusline-folder.ts';

/** Writes the facts for status lines that only a history can provide. */
export interface StatuslineStateWriter {
  /** Begins to write: a host that reads the logs once does not. */
  begin(): void;
  /** Notes a new snapshot; it is written soon, if a status line is in use. */
  observe(snapshot: AppSnapshot): void;
  /** Writes what waits, and stops. Never rejects. */
  stop(): Promise<void>;
}

/** Changes come in bursts. */
const writeEveryMs = 5 * secondMs;
/** While a session runs, the state is written again at least this often, so that it is not taken for old. */
const renewEveryMs = 4 * minuteMs;
/** How long an unused status line is assumed to stay unused. */
const absentMs = minuteMs;

/** Builds the writer. The folder is created by the first line that is drawn; without it, nothing is written. */
export function createStatuslineStateWriter(options: {
  readonly dataFolder: string;
  readonly thresholdsPercent: () => readonly number[];
  readonly nowMs: () => number;
  readonly logger: Logger;
}): StatuslineStateWriter {
  const { nowMs, logger } = options;
  const { folder, state, host } = toStatuslineFolder(options.dataFolder);
  let snapshot: AppSnapshot | null = null;
  let [written, writtenAtMs] = ['', -Infinity];
  const isInUse = createUseCheck(folder);
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  let isStopped = true;

  const write = async (): Promise<void> => {
    const [latest, atMs] = [snapshot, nowMs()];
    if (latest === null || !(await isInUse(atMs))) return;
    const { writtenAtMs: _now, ...facts } = toStatuslineFacts(latest, options.thresholdsPercent(), atMs);
    // Once the host has stopped, they are no longer kept up to date.
    const kept = { ...facts, hostPid: isStopped ? null : process.pid };
    const text = JSON.stringify(kept);
    const isRunning = latest.sections.sessions.some((session) => session.isRunning);
    if (text !== written || (isRunning && atMs - writtenAtMs >= renewEveryMs)) {
      await replaceFile(state, JSON.stringify({ ...kept, writtenAtMs: atMs }));
      [written, writtenAtMs] = [text, atMs];
    }
    if (isRunning) schedule(renewEveryMs);
  };
  const run = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write).catch((error: unknown) => logger.warn(`cannot write ${state}: ${String(error)}`));
    return writing;
  };
  const schedule = (delayMs: number): void => {
    if (isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), delayMs).unref();
  };
  return {
    begin() {
      isStopped = false;
      writing = writing.then(() => noteHost(host, logger));
    },
    observe(next) {
      if (isStopped) return;
      const { phase } = next.sections.scan;
      // During a scan, today's cost is incomplete.
      if (phase !== 'watching' && phase !== 'following') return;
      const isWaiting = snapshot !== null && timer !== undefined && nowMs() - writtenAtMs < writeEveryMs;
      snapshot = next;
      if (!isWaiting) schedule(Math.max(0, writtenAtMs + writeEveryMs - nowMs()));
    },
    stop() {
      const isBegun = !isStopped;
      isStopped = true;
      return isBegun ? run().then(() => forgetHost(host)) : writing;
    },
  };
}

/** Until the logs are read there are no facts: `fuelgauge status` says then that a host runs. */
async function noteHost(file: string, logger: Logger): Promise<void> {
  await writeFile(file, String(process.pid), { mode: 0o600 }).catch((error: unknown) =>
    logger.warn(`cannot write ${file}: ${String(error)}`),
  );
}

/** Another host may have taken the place of this one. */
async function forgetHost(file: string): Promise<void> {
  try {
    if ((await readFile(file, 'utf8')) === String(process.pid)) await rm(file);
  } catch {
    // It is gone, or was never written. Who reads it checks whether the process runs.
  }
}

/** Builds a check for the folder, which remembers a missing one for a while. */
function createUseCheck(folder: string): (atMs: number) => Promise<boolean> {
  let absentSinceMs = -Infinity;
  return async (atMs) => {
    if (Math.abs(atMs - absentSinceMs) < absentMs) return false;
    const isThere = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    absentSinceMs = isThere ? -Infinity : atMs;
    return isThere;
  };
}
