import { cpSync, existsSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { repositoryRoot } from '../../build/lib/paths.ts';
import { PlainFailure } from '../../build/lib/plain-failure.ts';
import { comparedAgents, type ComparedAgent } from './agents.ts';

/** Logs of one agent, with where they stand in a home. */
export interface DataSet {
  /** Its path below the folder of data sets, with `/`, as `explained.ts` names it. */
  readonly name: string;
  readonly agent: ComparedAgent;
  /** Files and folders, and their places below a home. */
  readonly logs: readonly { readonly path: string; readonly place: string }[];
}

interface FoundHome extends Omit<DataSet, 'name'> {
  readonly home: string;
}

/** Kept beside the repository and never in it: logs that real agents wrote for other people, and for a local API. */
const sharedFolder = resolve(repositoryRoot, '../shared');
const realLogsFolder = join(sharedFolder, 'real-logs');
const agentRunsFolder = join(sharedFolder, 'agent-runs');

/** In a folder that the person names, a part of a home is recognised by name for these only: other names are common. */
const namedParts: readonly string[] = ['claude', 'codex'];

/**
 * All data sets at or below a folder, sorted by name; without a folder, those beside the repository, which keep their
 * names when one of their folders is named. Throws a `PlainFailure` when there is none.
 */
export function findDataSets(folder: string | undefined): readonly DataSet[] {
  const below = resolve(folder ?? sharedFolder);
  const found = isBelow(sharedFolder, below)
    ? findShared().filter(({ logs }) => logs.some(({ path }) => isBelow(below, path)))
    : findNamed(below);
  if (found.length > 0) return [...found].sort((left, right) => (left.name < right.name ? -1 : 1));
  throw new PlainFailure(
    `${folder ?? realLogsFolder} holds no logs of a compared agent: neither a home with them (test/compare/agents.ts) nor a ` +
      'folder of Claude Code (projects/) or Codex (sessions/ or archived_sessions/). Name one: npm run compare -- <folder>',
  );
}

/** Puts a data set into a home. Databases are copied, since the peers open them for writing. */
export function placeDataSet({ agent, logs }: DataSet, home: string): void {
  for (const { path, place } of logs) {
    if (agent.linked === undefined) cpSync(path, join(home, place), { recursive: true });
    else symlinkSync(path, join(home, place));
  }
}

/** An agent's folder beside the repository holds its logs alone, whatever their folders are called. */
function findShared(): readonly DataSet[] {
  return comparedAgents.flatMap((agent) =>
    [realLogsFolder, agentRunsFolder].flatMap((folder) =>
      findHomes(join(folder, agent.folder), [agent], [agent]).map(({ home, ...found }) => {
        const base = folder === realLogsFolder ? realLogsFolder : sharedFolder;
        return { ...found, name: relative(base, home).split(sep).join('/') };
      }),
    ),
  );
}

/** A home that the person names may hold several agents. */
function findNamed(folder: string): readonly DataSet[] {
  const withParts = comparedAgents.filter((agent) => namedParts.includes(agent.folder));
  return findHomes(folder, comparedAgents, withParts).map(({ home, ...found }) => ({
    ...found,
    name: `${relative(folder, home).split(sep).join('/') || basename(home)} (${found.agent.folder})`,
  }));
}

/** Homes at or below a folder, and folders that are a part of one. Nothing below a home is one. */
function findHomes(
  folder: string,
  agents: readonly ComparedAgent[],
  withParts: readonly ComparedAgent[],
): readonly FoundHome[] {
  if (!existsSync(folder)) return [];
  const isThere = (name: string): boolean => existsSync(join(folder, name));
  const homes = agents.flatMap((agent) => {
    const there = agent.logs.filter(isThere);
    const places = agent.linked === undefined || there.length === 0 ? there : [agent.linked];
    const logs = places.map((place) => ({ path: join(folder, place), place }));
    return logs.length === 0 ? [] : [{ home: folder, agent, logs }];
  });
  if (homes.length > 0) return homes;
  for (const agent of withParts) {
    const [, place] = Object.entries(agent.parts).find(([part]) => isThere(part)) ?? [];
    if (place !== undefined) return [{ home: folder, agent, logs: [{ path: folder, place }] }];
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => findHomes(join(folder, name), agents, withParts));
}

function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}${sep}`);
}
