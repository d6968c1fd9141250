import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { messages } from '../../node/host/messages.ts';

/** The content of a notification on Linux. */
export interface DesktopNotice {
  readonly title: string;
  readonly body: string;
  /** PNG, as a path that other programs can read. */
  readonly iconFile: string;
}

/** Shows clickable notifications through `notify-send`. */
export interface ClickableNotifySend {
  /** Whether this system's `notify-send` can report clicks (libnotify 0.7.10 and later); false when it is missing. */
  isSupported(): Promise<boolean>;
  /** Shows one. Rejects when that fails; `onClick` may run long after it resolved. */
  show(notice: DesktopNotice, onClick: () => void): Promise<void>;
  /** Stops waiting for clicks. */
  dispose(): void;
}

/**
 * Each notification on screen is a waiting process, so the oldest are released. They stay on screen but report no
 * click.
 */
const maxWaiting = 4;
/** The name of the installed desktop entry: see `desktopName` in electron-builder.yml. */
const desktopEntry = 'fuelgauge-app';
/** `notify-send` fails at once or not at all; after this long it is assumed to be on screen. */
const assumedShownAfterMs = 500;

/** Builds it on the program `notify-send`, found on the path. */
export function createClickableNotifySend(appName: string, program = 'notify-send'): ClickableNotifySend {
  const waiting = new Set<ChildProcess>();
  let support: Promise<boolean> | null = null;
  return {
    isSupported() {
      support ??= new Promise((resolve) => {
        execFile(program, ['--help'], { timeout: 5_000 }, (error, output) => {
          resolve(error === null && output.includes('--action'));
        });
      });
      return support;
    },
    show(notice, onClick) {
      return new Promise((resolve, reject) => {
        // An argument list, never a shell; `--` keeps a title from being parsed as an option.
        const child = spawn(program, toArguments(appName, notice), { stdio: ['ignore', 'pipe', 'pipe'] });
        let output = '';
        let complaint = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
        child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
        child.once('error', reject);
        child.once('close', (code) => {
          waiting.delete(child);
          if (code === 0) resolve();
          else reject(new Error(complaint.trim() || `notify-send ended with ${code ?? 'a signal'}`));
          // It prints the name of the chosen action; `default` is a click on the notification itself.
          if (code === 0 && output.split('\n').includes('default')) onClick();
        });
        setTimeout(resolve, assumedShownAfterMs).unref();
        waiting.add(child);
        if (waiting.size > maxWaiting) [...waiting][0]?.kill();
      });
    },
    dispose() {
      for (const child of waiting) child.kill();
      waiting.clear();
    },
  };
}

function toArguments(appName: string, notice: DesktopNotice): string[] {
  return [
    `--app-name=${appName}`,
    `--icon=${notice.iconFile}`,
    // Desktops group by it, keep rules by it, and show the app's name and icon.
    `--hint=string:desktop-entry:${desktopEntry}`,
    `--action=default=${messages.desktop.openNotification}`,
    '--',
    notice.title,
    // The server may interpret the body as markup.
    notice.body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  ];
}
