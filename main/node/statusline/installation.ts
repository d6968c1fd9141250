import { readSmallFile } from './small-files.ts';

export const installationSchema = 'fuelgauge.statusline-install.v1';
/** Two files of settings of the largest size, each character written as an escape. */
const maxBytes = 16_777_216;

/** What an installation of the status line changed in an agent's settings, and how to undo it. */
export interface Installation {
  readonly schema: typeof installationSchema;
  readonly id: string;
  readonly settingsFile: string;
  readonly installedAtMs: number;
  /** The command that we wrote. */
  readonly command: string;
  /** The person's earlier command, which still runs first; null when there was none. */
  readonly previousCommand: string | null;
  /** The text of each member as it stood before; null where there was none. */
  readonly previousValues: Readonly<Record<string, string | null>>;
  /** The whole file before and after; `before` is null when there was none. */
  readonly before: string | null;
  readonly after: string;
  /** Whether the line of each task is ours as well. */
  readonly hasTasks: boolean;
}

/** Reads an installation's record; null when there is none. Never throws. */
export function readInstallation(file: string): Installation | null {
  try {
    const value = JSON.parse(readSmallFile(file, maxBytes) ?? 'null') as Partial<Installation> | null;
    const isRecord =
      value?.schema === installationSchema && typeof value.after === 'string' && typeof value.settingsFile === 'string';
    return isRecord ? (value as Installation) : null;
  } catch {
    return null;
  }
}
