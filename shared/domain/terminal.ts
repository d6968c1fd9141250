/** Programs in which an agent can run and that can be asked to show it. */
export const terminalKinds = [
  'tmux',
  'kitty',
  'wezterm',
  'iterm',
  'mac-terminal',
  'windows-terminal',
  'editor',
] as const;

export type TerminalKind = (typeof terminalKinds)[number];

/** The outcome of showing an agent's terminal. */
export const terminalOutcomes = [
  /** Its pane or tab is selected, and its window was asked to come to the front. */
  'shown',
  /** Its pane is selected, but the person has to find its window. */
  'selected',
  /** Its window was asked to come to the front; the tab in it cannot be selected. */
  'window',
  /** It runs in a session that no window shows. */
  'detached',
  /** Its terminal is known, but cannot be controlled. */
  'refused',
  /** It does not run in a known terminal. */
  'unknown',
  /** It has ended. */
  'gone',
  /** It is not an agent. */
  'not-ours',
] as const;

export type TerminalOutcome = (typeof terminalOutcomes)[number];

/** Where an agent's terminal is, and whether it is shown now. */
export interface OpenedTerminal {
  readonly outcome: TerminalOutcome;
  readonly terminal: TerminalKind | null;
  /** What a person types to get to a session that no window shows; null for everything else. */
  readonly attach: string | null;
}
