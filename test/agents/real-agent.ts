import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { waitUntil } from '../support/wait-until.ts';
import type { AgentRecipe, RunPlace } from './recipe.ts';

/** How a run of an agent ended. */
export interface FinishedRun {
  readonly code: number | null;
  /** Everything it printed, for the message of a test that fails. */
  readonly output: string;
}

/** A real agent with a home of its own. */
export interface RealAgent {
  readonly place: RunPlace;
  /** Runs it with these arguments until it ends; it is ended after two minutes. */
  run(args: readonly string[]): Promise<FinishedRun>;
  /** Ends the processes that it left behind, politely at first. */
  end(): Promise<void>;
}

const longestRunMs = 120_000;

/** Sets an agent up in an empty folder. */
export function prepareAgent(recipe: AgentRecipe, packages: string, folder: string, modelUrl: string): RealAgent {
  const root = realpathSync(folder);
  const place: RunPlace = { packages, home: join(root, 'home'), project: join(root, 'home', 'project'), modelUrl };
  mkdirSync(place.project, { recursive: true });
  for (const [path, content] of Object.entries(recipe.files(place))) {
    const file = join(place.home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const environment = toEnvironment(recipe, place);
  return {
    place,
    run: (args) => runProgram(recipe.command, args, place.project, environment),
    async end() {
      const named = recipe.findLeftovers?.(place.home) ?? [];
      await Promise.all([...new Set([...named, ...listProcessesIn(root)])].map(endProcess));
    },
  };
}

/** Nothing of the person's own environment, and no way out: as a proxy, the model refuses everything at once. */
function toEnvironment({ programFolders, variables }: AgentRecipe, place: RunPlace): NodeJS.ProcessEnv {
  const own = programFolders.map((folder) => join(place.packages, folder));
  const nowhere = place.modelUrl;
  return {
    PATH: [...own, dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    HOME: place.home,
    TERM: 'xterm',
    LANG: 'C.UTF-8',
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    http_proxy: nowhere,
    https_proxy: nowhere,
    NO_PROXY: '127.0.0.1,localhost',
    no_proxy: '127.0.0.1,localhost',
    ...(typeof variables === 'function' ? variables(place) : variables),
  };
}

function runProgram(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<FinishedRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: longestRunMs });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.once('error', reject);
    // Not `close`: a daemon it leaves behind may keep the pipes.
    child.once('exit', (code) => resolve({ code, output }));
  });
}

/** The processes whose working folder is in a folder; known on Linux only. */
function listProcessesIn(folder: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readlinkSync(`/proc/${name}/cwd`).startsWith(`${folder}/`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

const endsWithinMs = 3_000;

async function endProcess(pid: number): Promise<void> {
  if (!signal(pid, 'SIGTERM')) return;
  const ended = waitUntil('its end', () => !signal(pid, 0), endsWithinMs);
  await ended.catch(() => signal(pid, 'SIGKILL'));
}

/** Whether the process was still there. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
