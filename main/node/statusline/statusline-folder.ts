import { homedir } from 'node:os';
import path from 'node:path';
import { toDataFolder } from '../system/data-folder.ts';

/** The files of a status line in the data folder. The folder exists only where a status line is used. */
export interface StatuslineFolder {
  readonly folder: string;
  /** One line a capture of what the agent passed; the ledger reads it as limit readings. */
  readonly captures: string;
  /** Facts that need a history, written by the process that reads the logs. */
  readonly state: string;
  /** The process id of the host that runs. Beside the folder, which the first line creates. */
  readonly host: string;
  session(key: string): string;
  repository(key: string): string;
  installation(id: string): string;
}

/** Where they are. */
export function toStatuslineFolder(dataFolder: string): StatuslineFolder {
  const folder = path.join(dataFolder, 'statusline');
  return {
    folder,
    captures: path.join(folder, 'captures.jsonl'),
    state: path.join(folder, 'state.json'),
    host: path.join(dataFolder, 'host.pid'),
    session: (key) => path.join(folder, 'sessions', `${key}.json`),
    repository: (key) => path.join(folder, 'git', `${key}.json`),
    installation: (id) => path.join(folder, 'installs', `${id}.json`),
  };
}

/** The data folder of the app, without asking for other systems' homes. */
export function findOwnDataFolder(): string {
  const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
  return toDataFolder({ platform, home: homedir(), variables: process.env, otherHomes: [] });
}
