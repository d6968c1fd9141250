/** What `fuelgauge service install|status|uninstall` says. */
export function createCliServiceMessages() {
  return {
    description: 'Fuelgauge: what is left of the limits of AI coding agents',
    writes: (file: string): string => `This is written to ${file}:`,
    changes: (file: string): string => `The change in ${file}:`,
    removes: (file: string): string => `The service is stopped, and this is removed from ${file}:`,
    nothing: 'The file is already as it should be.',
    runs: (commands: readonly string[]): string => `Then these run: ${commands.join('; ')}`,
    notPassedOn: (names: readonly string[]): string =>
      `The service does not get the variables of this shell: ${names.join(', ')}. Use settings.json and secrets.json ` +
      'instead, or the variables of your service manager.',
    confirm: 'Go on? [y/N] ',
    needsYes: 'Nothing was changed. To go on without a question, add --yes.',
    declined: 'Nothing was changed.',
    installed: 'Installed. "fuelgauge service status" says whether it runs.',
    lingers: 'It runs while you are logged in. To keep it running without a login: loginctl enable-linger',
    uninstalled: 'Removed. Everything is as it was before.',
    refusals: {
      foreign:
        'There is a service of this name that Fuelgauge did not write, or that was changed since. Move its file away, ' +
        'or run "fuelgauge service uninstall".',
      'not-readable': 'The file of the service cannot be read, or is a link. Nothing was changed.',
      'not-written': 'The file could not be written. Nothing was changed.',
      'not-installed': 'The service is not installed, so there is nothing to remove.',
      changed: 'The file changed at the same moment. Nothing was written; try again.',
    },
    refused: (program: string, complaint: string): string =>
      `${program} refused${complaint === '' ? '' : `: ${complaint}`}. Everything is as it was before.`,
    status: {
      absent: 'Not installed. To install it: fuelgauge service install',
      running: (pid: number | null): string => (pid === null ? 'Running.' : `Running (PID ${pid}).`),
      stopped: 'Installed, and not running. server.log in the data folder may say why.',
      unknown: (complaint: string): string => `Installed. Whether it runs is not known: ${complaint}`,
      file: (file: string): string => `File: ${file}`,
    },
  };
}

/** What the help says about its actions. */
export const serviceHelp = {
  install: 'shows the exact file, asks, then writes and starts the service',
  status: 'whether the service is installed and runs',
  uninstall: 'stops the service and removes what install wrote',
  yes: 'do not ask',
};
