import path from 'node:path';
import type { Shell } from '../../../../shared/activity/shell-history.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';

/** The history of a shell; it need not exist. */
export interface ShellHistoryPlace {
  readonly shell: Shell;
  readonly path: string;
}

/** Where the shells of a person keep their histories by default. Touches no file. */
export function listShellHistories({ platform, home, variables }: HostEnvironment): readonly ShellHistoryPlace[] {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const data = variables['XDG_DATA_HOME'] || paths.join(home, '.local', 'share');
  const consoles = ['ConsoleHost_history.txt', 'Visual Studio Code Host_history.txt'];
  const powershell =
    platform === 'win32'
      ? paths.join(variables['APPDATA'] || paths.join(home, 'AppData', 'Roaming'), 'Microsoft', 'Windows', 'PowerShell')
      : paths.join(data, 'powershell');
  return [
    { shell: 'bash', path: paths.join(home, '.bash_history') },
    { shell: 'zsh', path: paths.join(variables['ZDOTDIR'] || home, '.zsh_history') },
    { shell: 'zsh', path: paths.join(home, '.histfile') },
    { shell: 'fish', path: paths.join(data, 'fish', 'fish_history') },
    ...consoles.map((name) => ({ shell: 'powershell' as const, path: paths.join(powershell, 'PSReadLine', name) })),
  ];
}
