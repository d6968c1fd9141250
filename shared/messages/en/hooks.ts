/** What an agent's hook shows, without anything else of the catalogue: it must start fast. */
export const hookWords = {
  stopped: (sessionId: string): string =>
    `Fuelgauge: this session reached its limit. “fuelgauge guard lift ${sessionId}” lets it go on.`,
};

/** What `fuelgauge guard` says. */
export const guardWords = {
  none: 'No session is stopped.',
  lifted: (sessions: readonly string[]): string => `Released: ${sessions.join(', ')}`,
  notStopped: (session: string): string => `The session “${session}” is not stopped.`,
  notWritten: (file: string): string => `This file cannot be written: ${file}`,
  installed: (needsTrust: boolean): string =>
    'Written. New sessions of the agent run it.' +
    (needsTrust ? ' The agent first asks you to review the new hooks; until you trust them, it runs none.' : ''),
  uninstalled: 'Removed. Nothing of it is left in the file.',
  refusals: {
    'own-settings': 'Nothing was changed: the file has other settings of this kind.',
    'not-understood': 'Nothing was changed: the file is not written as this agent writes it.',
    'not-installed': 'Nothing was changed: this was not installed from here. Remove what was added by hand.',
  },
  add: (file: string): string => `Add this to ${file}, beside what is there. Remove it again to undo this.`,
};
