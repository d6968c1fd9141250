import path from 'node:path';

/** The files of agents' hooks in the data folder. That the folder exists means that somebody uses them. */
export interface HookFolder {
  readonly folder: string;
  /** One line for each thing that a hook said: the newest last. */
  readonly signals: string;
  /** The sessions that are to stop. */
  readonly stops: string;
}

/** Where they are. */
export function toHookFolder(dataFolder: string): HookFolder {
  const folder = path.join(dataFolder, 'hooks');
  return { folder, signals: path.join(folder, 'signals.jsonl'), stops: path.join(folder, 'stops.json') };
}
