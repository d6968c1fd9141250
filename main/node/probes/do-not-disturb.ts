import { execFile } from 'node:child_process';
import type { DoNotDisturbProbe } from '../../../shared/ports/do-not-disturb-probe.ts';

/** A desktop that does not answer must not delay an alert for long. */
const timeoutMs = 2_000;

/** The programs that are run to read the mode, found on the path. */
export interface DoNotDisturbPrograms {
  readonly dbusSend: string;
  readonly gsettings: string;
}

/** A way to read the mode; null where it is not reported. */
type Read = () => Promise<boolean | null>;

/**
 * Reads the system's do-not-disturb mode where a program may: on KDE Plasma and other desktops whose notification server
 * has the property `Inhibited`, and on GNOME, whose switch "Do Not Disturb" turns banners off. Since Focus Assist, Windows
 * reports it to native code only (https://github.com/mooltipass/moolticute/pull/453 reads values of the registry that
 * mean another switch), and macOS keeps it in a private file that needs full disk access: there, it is unknown.
 */
export function createDoNotDisturbProbe(
  platform: NodeJS.Platform,
  desktopNames = process.env['XDG_CURRENT_DESKTOP'] ?? '',
  programs: DoNotDisturbPrograms = { dbusSend: 'dbus-send', gsettings: 'gsettings' },
): DoNotDisturbProbe {
  if (platform !== 'linux') return { read: () => Promise.resolve(null) };
  // Other desktops may have GNOME's settings installed, but ignore them.
  const isGnome = desktopNames.split(':').includes('GNOME');
  const read: Read = isGnome ? () => readBanners(programs.gsettings) : () => readInhibited(programs.dbusSend);
  return { read };
}

/** The property of the notification server: https://invent.kde.org/frameworks/knotifications, and others like it. */
async function readInhibited(dbusSend: string): Promise<boolean | null> {
  const output = await ask(dbusSend, [
    '--session',
    '--print-reply=literal',
    `--reply-timeout=${timeoutMs}`,
    '--dest=org.freedesktop.Notifications',
    '/org/freedesktop/Notifications',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Notifications',
    'string:Inhibited',
  ]);
  return parseBoolean(/^\s*variant\s+boolean (true|false)\s*$/.exec(output)?.[1]);
}

async function readBanners(gsettings: string): Promise<boolean | null> {
  const output = await ask(gsettings, ['get', 'org.gnome.desktop.notifications', 'show-banners']);
  const showsBanners = parseBoolean(/^(true|false)\s*$/.exec(output)?.[1]);
  return showsBanners === null ? null : !showsBanners;
}

function parseBoolean(word: string | undefined): boolean | null {
  return word === undefined ? null : word === 'true';
}

/** What the program prints; empty when it is missing, fails, or takes too long. Never a shell, and nothing is written. */
function ask(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 4_096 }, (error, output) =>
      resolve(error === null ? output : ''),
    );
  });
}
