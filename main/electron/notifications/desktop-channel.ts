import { createProblem, type ProblemParameters } from '../../../shared/domain/problem.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { AlertChannel, Notice } from '../../../shared/ports/alert-channel.ts';
import { createHelperNotifications, toHelperProgram } from './helper-notification.ts';
import { createClickableNotifySend } from './notify-send.ts';
import type { ShowNotice } from './show-notice.ts';
import { createSystemNotifications, type SystemNotification } from './system-notification.ts';

/** What the desktop's notifications need. */
export interface DesktopChannelOptions {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  /** Application user model id: Windows shows notifications under it, and it must be the installer's. */
  readonly appId: string;
  /** PNG outside any archive. */
  readonly iconFile: string;
  /** Creates a native system notification. Not used on Linux. */
  readonly createSystemNotification: (notice: Notice) => SystemNotification;
  /** The user clicked a notification, perhaps long after it was shown. */
  readonly onClick: () => void;
}

/** A channel that holds resources. */
export interface DesktopChannel extends AlertChannel {
  /** Stops waiting for clicks. */
  dispose(): void;
}

/** Shows alerts as notifications in whichever way works on this system; the ways are tried in order. */
export function createDesktopChannel(options: DesktopChannelOptions): DesktopChannel {
  const { platform, appId, iconFile } = options;
  const notifySend = createClickableNotifySend(options.appName);
  const ways: readonly ShowNotice[] =
    platform === 'darwin' || platform === 'win32'
      ? [
          createSystemNotifications(options.createSystemNotification),
          createHelperNotifications({ platform, program: toHelperProgram(platform, process.arch), appId, iconFile }),
        ]
      : [createLinuxNotifications(options, notifySend)];
  const show: ShowNotice = async (notice, onClick) => {
    let failure: unknown;
    for (const way of ways) {
      try {
        await way(notice, onClick);
        return;
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  };
  return {
    name: 'desktop',
    problemId: 'notifications',
    deliver: ({ notice }) =>
      show(notice, options.onClick).then(
        () => ok(null),
        (error: unknown) => fail(createProblem('notifications', { cause: toCause(error, platform) })),
      ),
    dispose: () => notifySend.dispose(),
  };
}

/**
 * Notifications through notify-send. node-notifier cannot report clicks here: it passes on only urgency, expiry, icon,
 * category, hint and name, and drops the `--action` that newer versions of notify-send support. Since a click must open
 * the popover, a notify-send that supports `--action` is called directly; node-notifier serves those that do not.
 */
function createLinuxNotifications(
  options: DesktopChannelOptions,
  notifySend: ReturnType<typeof createClickableNotifySend>,
): ShowNotice {
  return async (notice, onClick) => {
    if (await notifySend.isSupported()) return notifySend.show({ ...notice, iconFile: options.iconFile }, onClick);
    return showWithoutClick(options, notice);
  };
}

async function showWithoutClick(options: DesktopChannelOptions, notice: Notice): Promise<void> {
  const { default: nodeNotifier } = await import('node-notifier');
  const notifySend = new nodeNotifier.NotifySend({ withFallback: false });
  return new Promise((resolve, reject) => {
    const content = { title: notice.title, message: notice.body, icon: options.iconFile, 'app-name': options.appName };
    notifySend.notify(content, (error: unknown) => {
      if (!error) resolve();
      // It passes the program's output as often as an Error.
      else reject(error instanceof Error ? error : new Error(String(error).trim()));
    });
  });
}

function toCause(error: unknown, platform: NodeJS.Platform): ProblemParameters['notifications']['cause'] {
  if (platform === 'darwin' || platform === 'win32') return 'refused';
  const isMissing =
    error instanceof Error && (('code' in error && error.code === 'ENOENT') || /not found/.test(error.message));
  return isMissing ? 'no-notify-send' : 'refused';
}
