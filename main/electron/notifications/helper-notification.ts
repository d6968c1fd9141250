import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type NodeNotifier from 'node-notifier';
import { toUnpackedPath } from '../app/paths.ts';
import type { ShowNotice } from './show-notice.ts';

/** The dependencies of node-notifier's helper programs. */
export interface HelperOptions {
  readonly platform: 'darwin' | 'win32';
  /** The helper program; see `toHelperProgram`. */
  readonly program: string;
  readonly appId: string;
  readonly iconFile: string;
  /** After this time without a failure it is shown; two seconds by default. */
  readonly shownAfterMs?: number;
}

/** What node-notifier reports for a click, on macOS and Windows alike. */
const clicked = 'activate';
/** A helper that cannot show anything exits at once; one that can waits for the click, up to an hour. */
const usualShownAfterMs = 2_000;
const waitForClickSeconds = 3_600;

/** node-notifier's helper program for this system, beside the archive: it cannot be started from inside. */
export function toHelperProgram(platform: 'darwin' | 'win32', arch: string): string {
  const folder = path.dirname(createRequire(import.meta.url).resolve('node-notifier/package.json'));
  const program =
    platform === 'darwin'
      ? 'mac.noindex/terminal-notifier.app/Contents/MacOS/terminal-notifier'
      : `snoreToast/snoretoast-${arch === 'x64' ? 'x64' : 'x86'}.exe`;
  return toUnpackedPath(path.join(folder, 'vendor', program));
}

/**
 * Shows notifications through node-notifier: terminal-notifier on macOS, SnoreToast on Windows. Rejects when the helper
 * program is missing, fails, or exits without output.
 */
export function createHelperNotifications(options: HelperOptions): ShowNotice {
  return async (notice, onClick) => {
    // On Windows, node-notifier itself treats a missing program as success.
    await access(options.program, constants.X_OK);
    const { default: nodeNotifier } = await import('node-notifier');
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, options.shownAfterMs ?? usualShownAfterMs);
      timer.unref();
      notify(nodeNotifier, options, notice, (error, response, metadata) => {
        clearTimeout(timer);
        const failure = error ?? (options.platform === 'win32' ? toSilence(metadata) : null);
        if (failure !== null) reject(failure instanceof Error ? failure : new Error(String(failure).trim()));
        else resolve();
        if (response === clicked) onClick();
      });
    });
  };
}

function notify(
  nodeNotifier: typeof NodeNotifier,
  { platform, program, appId, iconFile }: HelperOptions,
  { title, body }: { readonly title: string; readonly body: string },
  onEnd: (error: Error | null, response: string, metadata?: NodeNotifier.NotificationMetadata) => void,
): void {
  const common = { withFallback: false, customPath: program };
  const content = { title, message: body, wait: true };
  if (platform === 'darwin') {
    const center = new nodeNotifier.NotificationCenter(common);
    center.notify({ ...content, contentImage: iconFile, timeout: waitForClickSeconds }, onEnd);
  } else {
    const toaster = new nodeNotifier.WindowsToaster(common);
    toaster.notify({ ...content, icon: iconFile, appID: appId }, onEnd);
  }
}

/** SnoreToast reports the outcome of a toast; node-notifier reports nothing for most of its failures. */
function toSilence(metadata: unknown): Error | null {
  const action = (metadata as { readonly action?: unknown } | undefined)?.action;
  return typeof action === 'string' && action !== '' ? null : new Error('the helper program reported nothing');
}
