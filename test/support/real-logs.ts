import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** Logs that real agents wrote for other people, kept beside the repository and never in it. */
export const realLogsFolder = resolve(import.meta.dirname, '../../../shared/real-logs');

/** Whether the real logs are on this machine; tests that read them are registered only where they are. */
export const hasRealLogs = existsSync(join(realLogsFolder, 'EXPECTED.json'));

/** The results of an independent reading of the real logs, by `<agent>/<data set>`. */
export function readExpected(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return JSON.parse(readFileSync(join(realLogsFolder, 'EXPECTED.json'), 'utf8')) as Record<
    string,
    Record<string, unknown>
  >;
}

/** All files below a folder, sorted, with their paths relative to it in `/` notation. */
export function listFiles(folder: string): readonly { readonly path: string; readonly relativePath: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, relativePath: relative(folder, path).split(sep).join('/') }));
}

/** Homes of real agents that talked to a local API, beside the repository. What was sent is known. */
export const agentRunsFolder = resolve(import.meta.dirname, '../../../shared/agent-runs');

/** Whether those homes are on this machine. */
export const hasAgentRuns = existsSync(join(agentRunsFolder, 'README.md'));

/** What an independent reading found for a model in a home; output excludes reasoning unless `notes` says otherwise. */
export interface ExpectedModel {
  readonly requests: number;
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly output: number;
  readonly reasoning: number;
  readonly cost: number | null;
}

/** The same for the homes of all other agents, by `<agent>/<data set>`. */
export function readExpectedAgents(): Readonly<
  Record<string, { readonly perModel: Readonly<Record<string, ExpectedModel>>; readonly notes: string }>
> {
  const text = readFileSync(join(realLogsFolder, 'EXPECTED-agents.json'), 'utf8');
  return JSON.parse(text) as ReturnType<typeof readExpectedAgents>;
}
