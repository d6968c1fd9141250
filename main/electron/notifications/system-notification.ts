import type { Notice } from '../../../shared/ports/alert-channel.ts';
import type { ShowNotice } from './show-notice.ts';

/** The part of Electron's Notification that is used. `failed` is not emitted by every version on every system. */
export interface SystemNotification {
  on(event: 'show' | 'click' | 'close', listener: () => void): unknown;
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown;
  show(): void;
}

/** If there is no response for this long, the system has not shown it. */
const answerMs = 5_000;
/** A notification whose object is gone reports no click, so the newest are kept. */
const maxKept = 20;

/**
 * Shows notifications through the system itself: under the app's own name and icon, with its own permission. On Windows
 * Electron also repairs the shortcut without which clicks have no effect. Rejects when the system reports a failure, as
 * macOS does for unsigned apps, or does not respond.
 */
export function createSystemNotifications(create: (notice: Notice) => SystemNotification): ShowNotice {
  const kept: SystemNotification[] = [];
  return (notice, onClick) =>
    new Promise((resolve, reject) => {
      const notification = create(notice);
      const forget = (): void => {
        const index = kept.indexOf(notification);
        if (index >= 0) kept.splice(index, 1);
      };
      const giveUp = (reason: Error): void => {
        clearTimeout(timer);
        forget();
        reject(reason);
      };
      const timer = setTimeout(() => giveUp(new Error('the system did not confirm the notification')), answerMs);
      timer.unref();
      notification.on('show', () => {
        clearTimeout(timer);
        resolve();
      });
      notification.on('failed', (_event, error) => giveUp(new Error(error)));
      notification.on('click', () => {
        forget();
        onClick();
      });
      notification.on('close', forget);
      kept.push(notification);
      if (kept.length > maxKept) kept.shift();
      notification.show();
    });
}
