import path from 'node:path';

/** The files of agents' hooks in the data folder. The folder exists only where hooks are used. */
export interface HookFolder {
  readonly folder: string;
  /** One line per signal of a hook, the newest last. */
  readonly signals: string;
  /** The sessions to stop. */
  readonly stops: string;
}

/** Where they are. */
export function toHookFolder(dataFolder: string): HookFolder {
  const folder = path.join(dataFolder, 'hooks');
  return { folder, signals: path.join(folder, 'signals.jsonl'), stops: path.join(folder, 'stops.json') };
}
