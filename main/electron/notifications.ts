import type { ProblemParameters } from '../../shared/domain/problem.ts';
import type { Notice, Notifier } from '../../shared/ports/notifier.ts';
import { createClickableNotifySend } from './notify-send.ts';

/** Why a notification could not be shown. */
export type NotificationFailure = ProblemParameters['notifications']['cause'];

/** What notifications need from above. */
export interface NotifierOptions {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  /** Application user model id: Windows shows notifications under it, and it must be the installer's. */
  readonly appId: string;
  /** PNG outside any archive. */
  readonly iconFile: string;
  /** One is on screen. */
  readonly onShown: () => void;
  /** Showing one failed. */
  readonly onFailure: (cause: NotificationFailure) => void;
}

/** A notifier that holds resources. */
export interface DesktopNotifier extends Notifier {
  /** Stops waiting for clicks. */
  dispose(): void;
}

/** How the system is asked to show one. Rejects when it does not. */
type Show = (notice: Notice, onClick: () => void) => Promise<void>;

/**
 * Shows notifications through node-notifier: Notification Center on macOS, toasts on Windows, notify-send elsewhere.
 *
 * node-notifier's NotifySend cannot tell of clicks: it passes only urgency, expiry, icon, category, hint and name on,
 * and drops the `--action` that newer versions of notify-send have. Since a click must open the popover, a
 * notify-send that knows `--action` is called directly; node-notifier serves the ones that do not.
 */
export function createNotifier(options: NotifierOptions): DesktopNotifier {
  const clickable = createClickableNotifySend(options.appName);
  const show: Show = async (notice, onClick) => {
    if (options.platform === 'darwin') return showOnMac(options, notice, onClick);
    if (options.platform === 'win32') return showOnWindows(options, notice, onClick);
    if (await clickable.isSupported()) return clickable.show({ ...notice, iconFile: options.iconFile }, onClick);
    return showWithoutClick(options, notice);
  };
  return {
    notify(notice, onClick) {
      show(notice, onClick).then(options.onShown, (error: unknown) => options.onFailure(toCause(error)));
    },
    dispose: () => clickable.dispose(),
  };
}

/** What node-notifier makes of a click, on macOS and Windows alike. */
const clicked = 'activate';

const showOnMac = async (options: NotifierOptions, notice: Notice, onClick: () => void): Promise<void> => {
  const { default: nodeNotifier } = await import('node-notifier');
  const center = new nodeNotifier.NotificationCenter({ withFallback: false });
  return new Promise((resolve, reject) => {
    const content = { title: notice.title, message: notice.body, contentImage: options.iconFile };
    center.notify({ ...content, wait: true, timeout: 3_600 }, (error, response) => {
      if (error) reject(toError(error));
      else resolve();
      if (response === clicked) onClick();
    });
  });
};

const showOnWindows = async (options: NotifierOptions, notice: Notice, onClick: () => void): Promise<void> => {
  const { default: nodeNotifier } = await import('node-notifier');
  const toaster = new nodeNotifier.WindowsToaster({ withFallback: false });
  return new Promise((resolve, reject) => {
    const content = { title: notice.title, message: notice.body, icon: options.iconFile, appID: options.appId };
    toaster.notify({ ...content, wait: true }, (error, response) => {
      if (error) reject(toError(error));
      else resolve();
      if (response === clicked) onClick();
    });
  });
};

const showWithoutClick = async (options: NotifierOptions, notice: Notice): Promise<void> => {
  const { default: nodeNotifier } = await import('node-notifier');
  const notifySend = new nodeNotifier.NotifySend({ withFallback: false });
  return new Promise((resolve, reject) => {
    const content = { title: notice.title, message: notice.body, icon: options.iconFile, 'app-name': options.appName };
    notifySend.notify(content, (error) => {
      if (error) reject(toError(error));
      else resolve();
    });
  });
};

/** node-notifier hands over what the program wrote as often as an Error. */
function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error).trim());
}

function toCause(error: unknown): NotificationFailure {
  const isMissing =
    error instanceof Error && (('code' in error && error.code === 'ENOENT') || /not found/.test(error.message));
  return isMissing ? 'no-notify-send' : 'refused';
}
