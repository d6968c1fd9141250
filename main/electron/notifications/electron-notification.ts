import { Notification } from 'electron';
import type { Notice } from '../../../shared/ports/alert-channel.ts';
import type { SystemNotification } from './system-notification.ts';

/** A system notification that has not been shown yet. */
export function createElectronNotification({ title, body }: Notice): SystemNotification {
  return new Notification({ title, body });
}

/**
 * Calls back for every click on a notification on Windows, including those of an earlier run, which stay in the action
 * center; does nothing elsewhere. A notification that is still referenced also reports its own click.
 */
export function onAnyNotificationClick(listener: () => void): void {
  // Missing in older versions of Electron.
  if (process.platform === 'win32' && 'handleActivation' in Notification) {
    Notification.handleActivation(() => listener());
  }
}
