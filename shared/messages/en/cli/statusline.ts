import type { StatuslineRefusal, StatuslineReport, StatuslineState } from '../../../domain/statusline-install.ts';

const states: Readonly<Record<StatuslineState, (report: StatuslineReport) => string>> = {
  absent: ({ agent, command }) =>
    command === null
      ? `${agent} has no status line. To add this one: fuelgauge statusline install`
      : `${agent} runs another status line. To add this one to it: fuelgauge statusline install`,
  installed: ({ agent }) => `${agent} runs this status line.`,
  removed: () =>
    'This status line was installed, but something else has removed it from the settings. To add it again: ' +
    'fuelgauge statusline install',
  replaced: () =>
    'This status line was installed, but something else has replaced it in the settings. To add it again: ' +
    'fuelgauge statusline install',
  elsewhere: ({ agent }) => `${agent} runs the status line of another installation of Fuelgauge.`,
  unreadable: () => 'The settings cannot be read.',
};

const refusals: Readonly<Record<StatuslineRefusal, string>> = {
  'not-json': 'The settings are not a JSON object. Correct the file, then try again.',
  'not-understood': 'The status line in the settings has a form that Fuelgauge does not know, so it was left alone.',
  'read-only': 'The settings file is read-only. Make it writable, then try again.',
  'not-readable': 'The settings file cannot be read as text.',
  'not-written': 'The file could not be written. Nothing was changed.',
  changed: 'The settings changed at the same moment. Nothing was written; try again.',
  'no-program': 'There is neither Node 20 or newer nor a fuelgauge command on the PATH that could draw the line.',
  'not-installed': 'This status line is not installed, so there is nothing to remove.',
  elsewhere:
    'Another installation of Fuelgauge has entered its status line. Uninstall it there, or use --replace to take it over.',
  unavailable: 'The status line cannot be managed from here.',
};

/** Why the status line was not changed. */
export const describeStatuslineRefusal = (refusal: StatuslineRefusal): string => refusals[refusal];

/** What `fuelgauge statusline install|status|uninstall|preview` says. */
export function createCliStatuslineMessages() {
  return {
    state: (report: StatuslineReport): string => states[report.state](report),
    refusal: describeStatuslineRefusal,
    settings: (file: string): string => `Settings: ${file}`,
    command: (command: string): string => `Command: ${command}`,
    previous: (command: string): string => `Runs first: ${command}`,
    stronger: (file: string): string => `In this folder the agent uses the status line of ${file} instead.`,
    hidden: 'The setting disableAllHooks hides every status line.',
    line: 'The line with made-up figures:',
    change: (file: string): string => `The change in ${file}:`,
    keeps: (command: string): string => `Your command still runs first: ${command}`,
    nothing: 'The settings are already as they should be.',
    confirm: 'Change the file? [y/N] ',
    needsYes: 'Nothing was changed. To change the file without a question, add --yes.',
    declined: 'Nothing was changed.',
    installed: 'Installed. The line appears with the next message of a session.',
    uninstalled: 'Removed. Everything else in the settings is as it was.',
    emptyTemplate: 'An empty template would draw nothing.',
    unknownWidget: (name: string, names: readonly string[]): string =>
      `There is no widget "${name}". The widgets are ${names.join(', ')}.`,
  };
}
