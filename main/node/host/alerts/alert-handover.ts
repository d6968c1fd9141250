import { continueAlertState } from '../../../../shared/alerts/alert-state.ts';
import { secondMs } from '../../../../shared/domain/instant.ts';
import type { AppSnapshot } from '../../../../shared/snapshot/app-snapshot.ts';
import { createAlertPipeline, type AlertPipeline, type AlertPipelineOptions } from './alert-pipeline.ts';
import type { AlertLock } from './alert-lock.ts';

/** How often a host checks, without any other event, whether it has the lock. */
const checkMs = { waiting: 2 * secondMs, alerting: 30 * secondMs } as const;

/**
 * Raises alerts while this host holds the lock. It begins with what the host before it has saved, so that nothing is raised or
 * delivered again, and ends with everything saved before another host can begin.
 */
export function createAlertHandover(options: AlertPipelineOptions & { readonly lock: AlertLock }): AlertPipeline {
  const { lock, file, stores, view, logger } = options;
  let pipeline: AlertPipeline | null = null;
  let latest: AppSnapshot | null = null;
  let changing: Promise<void> | null = null;
  let isStopped = false;
  /** Another host alerted while this one ran: its last state is known. */
  let hasWaited = false;
  let timer: NodeJS.Timeout | undefined;

  const begin = async (): Promise<void> => {
    await Promise.all([file.reload(), stores.history.refresh()]);
    if (isStopped) return lock.release();
    const { state, ...rest } = file.stored;
    const stored = { ...rest, state: hasWaited ? continueAlertState(state) : state };
    pipeline = createAlertPipeline({ ...options, file: { ...file, stored } });
    if (latest !== null) pipeline.observe(latest);
  };
  const end = async (): Promise<void> => {
    const ending = pipeline;
    pipeline = null;
    await ending?.stop();
    view.clearProblem('alert-channel');
    lock.release();
    hasWaited = true;
  };
  const change = (work: () => Promise<void>): void => {
    changing = work()
      .catch((error: unknown) => logger.error('alerts were not handed over', error))
      .finally(() => (changing = null));
  };
  const check = (): void => {
    if (isStopped) return;
    if (changing === null) {
      if (pipeline !== null && !lock.mayKeep()) change(end);
      else if (pipeline === null && lock.take()) change(begin);
      else hasWaited ||= pipeline === null;
    }
    clearTimeout(timer);
    timer = setTimeout(check, pipeline === null ? checkMs.waiting : checkMs.alerting).unref();
  };
  return {
    observe(snapshot) {
      latest = snapshot;
      check();
      // Null by now if this host has yielded.
      pipeline?.observe(snapshot);
    },
    noteSettings: () => pipeline?.noteSettings(),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await changing;
      await end();
    },
  };
}
