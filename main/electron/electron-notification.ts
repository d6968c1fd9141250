import { Notification } from 'electron';
import type { Notice } from '../../shared/ports/notifier.ts';
import type { SystemNotification } from './system-notification.ts';

/** A notification of the system, not yet shown. */
export function createElectronNotification({ title, body }: Notice): SystemNotification {
  return new Notification({ title, body });
}

/**
 * Calls back for every click on a notification on Windows, also on those of an earlier run, which stay in the action
 * center; nothing elsewhere. A click on one that is still known is reported by itself as well.
 */
export function onAnyNotificationClick(listener: () => void): void {
  // Missing in older Electrons.
  if (process.platform === 'win32' && 'handleActivation' in Notification) {
    Notification.handleActivation(() => listener());
  }
}
