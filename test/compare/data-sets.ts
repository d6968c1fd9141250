import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { repositoryRoot } from '../../build/lib/paths.ts';
import { PlainFailure } from '../../build/lib/plain-failure.ts';

/** An agent whose logs all three tools read. */
export type ComparedSource = 'claude-code' | 'codex';

/** One home of an agent, with logs to count. */
export interface DataSet {
  /** Its path below the folder of data sets, with `/`, as `explained.ts` names it. */
  readonly name: string;
  readonly source: ComparedSource;
  /** The home itself: the agent's config folder. */
  readonly folder: string;
}

/** Logs that real agents wrote for other people, kept beside the repository and never in it. */
const realLogsFolder = resolve(repositoryRoot, '../shared/real-logs');

/** The folders that identify a home. */
const marks: Readonly<Record<ComparedSource, readonly string[]>> = {
  'claude-code': ['projects'],
  codex: ['sessions', 'archived_sessions'],
};

/**
 * All homes at or below a folder, sorted by name; without a folder, those of the real logs. Homes of the real logs keep
 * their names. Throws a `PlainFailure` when there is none.
 */
export function findDataSets(folder: string | undefined): readonly DataSet[] {
  // Other agents' homes among the real logs contain folders with these names, too.
  const folders = folder === undefined ? ['claude', 'codex'].map((name) => join(realLogsFolder, name)) : [folder];
  const found = folders
    .filter((path) => existsSync(path))
    .flatMap((path) => findHomes(resolve(path)))
    .map((home) => ({ ...home, name: toName(home.folder, resolve(folder ?? realLogsFolder)) }));
  if (found.length > 0) return found.sort((left, right) => (left.name < right.name ? -1 : 1));
  throw new PlainFailure(
    `${folder ?? realLogsFolder} holds no home of Claude Code (a folder with projects/) and none of Codex (a folder with sessions/ or ` +
      'archived_sessions/). Name a folder with logs: npm run compare -- <folder>',
  );
}

function findHomes(folder: string): readonly Omit<DataSet, 'name'>[] {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  for (const source of ['claude-code', 'codex'] as const) {
    if (marks[source].some((mark) => folders.includes(mark))) return [{ source, folder }];
  }
  return folders.flatMap((name) => findHomes(join(folder, name)));
}

function toName(home: string, folder: string): string {
  const isRealLog = !relative(realLogsFolder, home).startsWith('..');
  return (
    relative(isRealLog ? realLogsFolder : folder, home)
      .split(sep)
      .join('/') || basename(home)
  );
}
