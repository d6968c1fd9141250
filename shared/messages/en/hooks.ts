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
    'Written. The agent’s new sessions will run it.' +
    (needsTrust ? ' The agent first asks you to review the new hooks, and runs none until you trust them.' : ''),
  notOnPath: (program: string): string =>
    `The agent starts this hook as “${program}”, which is not on the PATH here. Until it is, the agent’s sessions are not ` +
    'guarded: .github/COMMAND-LINE.md says how to get the command.',
  uninstalled: 'Removed from the file.',
  refusals: {
    'own-settings': 'Nothing was changed: the file has hooks of its own in the same place. Add ours by hand.',
    'not-understood': 'Nothing was changed: the file has a form that Fuelgauge does not know.',
    'not-installed': 'Nothing was changed: Fuelgauge did not install this. Remove by hand what was added by hand.',
  },
  add: (file: string): string => `Add this to ${file}, beside what is there. Remove it again to undo this.`,
};
