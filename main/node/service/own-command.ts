import type { ServiceCommand } from './service-definition.ts';

/** The process that is running now. */
export interface OwnProcess {
  readonly execPath: string;
  /** The script that Node runs; absent in the packaged app. */
  readonly script: string | undefined;
  readonly isElectron: boolean;
  readonly platform: NodeJS.Platform;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/**
 * The command that starts this command line again with other arguments. The packaged app acts as the command line, by
 * the switches of build/launchers; an AppImage has its path in a variable, since it runs from a folder that disappears
 * with it.
 */
export function toOwnCommand(own: OwnProcess, args: readonly string[]): ServiceCommand {
  if (!own.isElectron) return [own.execPath, ...(own.script === undefined ? [] : [own.script]), ...args];
  const program = own.variables['APPIMAGE'] ?? own.execPath;
  const switches = {
    linux: ['--no-sandbox', '--no-zygote', '--log-level=3'],
    darwin: ['--no-sandbox', '--log-level=3'],
    win32: ['--log-level=3'],
  } as const;
  const known = own.platform === 'darwin' || own.platform === 'win32' ? own.platform : 'linux';
  return [program, ...switches[known], '--command-line', '--', ...args];
}
