import { messages } from '../../node/host/messages.ts';

/**
 * Formats an argument for the `Exec` key of a desktop entry: quoted when it contains a reserved character, `%` doubled.
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 */
export function quoteExecArgument(argument: string): string {
  const escaped = argument.replaceAll('%', '%%');
  if (escaped !== '' && !/[\s"'\\><~|&;$*?#()`]/.test(escaped)) return escaped;
  // First the quoting rule, then the rule for values of type string, which doubles each backslash again.
  const quoted = escaped.replaceAll(/["`$\\]/g, (character) => `\\${character}`);
  return `"${quoted}"`.replaceAll('\\', '\\\\');
}

/** An XDG autostart entry that runs `command` (program first) when the person logs in. */
export function toAutostartEntry(command: readonly [program: string, ...args: string[]]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.0',
    'Name=Fuelgauge',
    `Comment=${messages.desktop.autostartComment}`,
    // Once the program is gone, desktops silently ignore the entry.
    `TryExec=${command[0].replaceAll('\\', '\\\\')}`,
    `Exec=${command.map(quoteExecArgument).join(' ')}`,
    'Icon=fuelgauge-app',
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Whether an autostart entry is active: desktops disable one with a key instead of deleting it. */
export function isActiveAutostartEntry(text: string): boolean {
  return !/^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(text);
}
