import path from 'node:path';
import type { HostEnvironment } from '../../../shared/sources/source.ts';

const appFolder = 'Fuelgauge';

/**
 * Where the app keeps its own data: the folder that Electron calls `userData`, so that the tray app and the command
 * line share one ledger. Follows the platform's variables (`APPDATA`, `XDG_CONFIG_HOME`) when they are set.
 */
export function toDataFolder(host: HostEnvironment): string {
  if (host.platform === 'darwin') return path.posix.join(host.home, 'Library', 'Application Support', appFolder);
  if (host.platform === 'win32') {
    const roaming = host.variables['APPDATA'] ?? path.win32.join(host.home, 'AppData', 'Roaming');
    return path.win32.join(roaming, appFolder);
  }
  return path.posix.join(host.variables['XDG_CONFIG_HOME'] || path.posix.join(host.home, '.config'), appFolder);
}
