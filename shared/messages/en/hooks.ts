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
  add: (file: string): string => `Add this to ${file}, beside what is there. Remove it again to undo this.`,
};
