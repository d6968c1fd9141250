import { continueAlertState } from '../../../shared/alerts/alert-state.ts';
import { secondMs } from '../../../shared/domain/instant.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import { createAlertDesk, type AlertDesk, type AlertDeskOptions } from './alert-desk.ts';
import type { AlertDuty } from './alert-duty.ts';

/** How often a host checks, without any other event, whether it has the duty. */
const checkMs = { waiting: 2 * secondMs, alerting: 30 * secondMs } as const;

/**
 * Alerts while the duty is this host's. It begins with what the host before it has saved, so that nothing is raised or
 * delivered again, and ends with everything saved before another host can begin.
 */
export function createAlertShifts(options: AlertDeskOptions & { readonly duty: AlertDuty }): AlertDesk {
  const { duty, file, stores, view, logger } = options;
  let desk: AlertDesk | null = null;
  let latest: AppSnapshot | null = null;
  let changing: Promise<void> | null = null;
  let isStopped = false;
  /** Another host alerted while this one ran: its last state is known. */
  let hasWaited = false;
  let timer: NodeJS.Timeout | undefined;

  const begin = async (): Promise<void> => {
    await Promise.all([file.reload(), stores.history.refresh()]);
    if (isStopped) return duty.release();
    const { state, ...rest } = file.stored;
    const stored = { ...rest, state: hasWaited ? continueAlertState(state) : state };
    desk = createAlertDesk({ ...options, file: { ...file, stored } });
    if (latest !== null) desk.observe(latest);
  };
  const end = async (): Promise<void> => {
    const ending = desk;
    desk = null;
    await ending?.stop();
    view.clearProblem('alert-channel');
    duty.release();
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
      if (desk !== null && !duty.mayKeep()) change(end);
      else if (desk === null && duty.take()) change(begin);
      else hasWaited ||= desk === null;
    }
    clearTimeout(timer);
    timer = setTimeout(check, desk === null ? checkMs.waiting : checkMs.alerting).unref();
  };
  return {
    observe(snapshot) {
      latest = snapshot;
      check();
      // Null by now if this host has yielded.
      desk?.observe(snapshot);
    },
    noteSettings: () => desk?.noteSettings(),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await changing;
      await end();
    },
  };
}
