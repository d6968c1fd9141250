import { execFile } from 'node:child_process';

/**
 * Whether this Linux desktop shows tray icons at all, i.e. whether the StatusNotifierWatcher's name has an owner on the
 * session bus. `unknown` where the bus cannot be queried. GNOME has none without its AppIndicator extension.
 */
export function findTrayHost(program = 'dbus-send'): Promise<'present' | 'absent' | 'unknown'> {
  const question = [
    '--session',
    '--print-reply',
    '--reply-timeout=3000',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.kde.StatusNotifierWatcher',
  ];
  return new Promise((resolve) => {
    execFile(program, question, { timeout: 5_000 }, (error, output) => {
      if (error !== null) resolve('unknown');
      else resolve(output.includes('boolean true') ? 'present' : 'absent');
    });
  });
}
