/** What an installed status line shows; omitted members mean the command's own defaults. */
export interface StatuslineChoice {
  readonly preset?: string | undefined;
  readonly template?: string | undefined;
  readonly style?: string | undefined;
  /** Dollars a day. */
  readonly budgetUsd?: number | undefined;
  /** Draw the line of each task as well, where the person has no command for it. */
  readonly tasks?: boolean | undefined;
  /** Take over the line of another installation of ours, whose record is lost. */
  readonly replace?: boolean | undefined;
}

/**
 * Whether an agent's status line is ours. `removed`, `replaced`: it was, and something else has changed the settings since.
 * `elsewhere`: it is that of another installation of ours. `unreadable`: the settings cannot be read.
 */
export const statuslineStates = ['absent', 'installed', 'removed', 'replaced', 'elsewhere', 'unreadable'] as const;
export type StatuslineState = (typeof statuslineStates)[number];

/** The current status line in an agent's settings. */
export interface StatuslineReport {
  /** Display name of the agent. */
  readonly agent: string;
  readonly state: StatuslineState;
  readonly settingsFile: string;
  /** The command in the settings, ours or not; null when there is none. */
  readonly command: string | null;
  /** The person's earlier command, which ours still runs. */
  readonly previousCommand: string | null;
  /** Settings of the current folder that take precedence. */
  readonly strongerFile: string | null;
  /** A setting of the agent that hides every line. */
  readonly isHidden: boolean;
  /** Since when it is installed, UTC milliseconds; null when it is not. */
  readonly installedAtMs: number | null;
}

/** A made-up session's line as a choice draws it, with this machine's own history. */
export interface StatuslineDrawing {
  /** The template that was drawn: the preset's, or the person's own. */
  readonly template: string;
  readonly lines: readonly string[];
  /** The first name in the template that no widget has; null when all are known. */
  readonly unknownWidget: string | null;
  /** The names of all widgets. */
  readonly widgets: readonly string[];
}

/** Why nothing was changed. `changed`: the file changed while we looked. `elsewhere`: another installation of ours has it. */
export const statuslineRefusals = [
  'not-json',
  'not-understood',
  'read-only',
  'not-readable',
  'not-written',
  'changed',
  'no-program',
  'not-installed',
  'elsewhere',
  'unavailable',
] as const;
export type StatuslineRefusal = (typeof statuslineRefusals)[number];

/** What an installation would change. */
export interface StatuslineChange {
  readonly settingsFile: string;
  readonly command: string;
  readonly previousCommand: string | null;
  /** The whole text; null where there is no file. */
  readonly before: string | null;
  readonly after: string | null;
}
