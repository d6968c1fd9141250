import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.ts';

/** The variable that asks the tests for all agents: `1`. */
export const allAgentsVariable = 'FUELGAUGE_ALL_AGENTS';

/** Packages and their versions; `{platform}` in a name becomes this platform, e.g. `linux-x64`. */
export type AgentPackages = Readonly<Record<string, string>>;

/** Where an agent is installed, or why the registry could not be reached. */
export type InstalledAgent =
  { readonly folder: string; readonly unreachable: null } | { readonly folder: null; readonly unreachable: string };

/** A package's name on this machine. */
export function toPackageName(name: string): string {
  return name.replace('{platform}', `${process.platform}-${process.arch}`);
}

/** Where agents are kept between runs: outside the repository, so that a fresh clone need not fetch them again. */
export function toAgentCache(variables: NodeJS.ProcessEnv = process.env): string {
  const cache = variables['XDG_CACHE_HOME'];
  return join(cache !== undefined && cache !== '' ? cache : join(homedir(), '.cache'), 'fuelgauge-agents');
}

/**
 * Installs an agent from the npm registry, without scripts, unless these versions are there already, and removes other
 * versions of it. Throws when the registry answers but does not have them.
 */
export async function installAgent(id: string, packages: AgentPackages, cache: string): Promise<InstalledAgent> {
  const folder = join(cache, `${id}-${Object.values(packages).join('-')}`);
  if (existsSync(folder)) return { folder, unreachable: null };
  const partial = `${folder}.${process.pid}.partial`;
  mkdirSync(partial, { recursive: true });
  try {
    writeFileSync(join(partial, 'package.json'), '{ "private": true }\n');
    const names = Object.entries(packages).map(([name, version]) => `${toPackageName(name)}@${version}`);
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'];
    const { code, stderr } = await run('npm', ['install', ...options, ...names], { cwd: partial });
    if (code !== 0) return { folder: null, unreachable: requireUnreachable(id, stderr) };
    removeOthers(cache, id, folder);
    if (!existsSync(folder)) renameSync(partial, folder);
    return { folder, unreachable: null };
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** npm errors that mean that the registry did not answer. */
const networkErrors =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|E5\d\d)\b/;

function requireUnreachable(id: string, stderr: string): string {
  const error = networkErrors.exec(stderr)?.[0];
  if (error === undefined) throw new Error(`${id} could not be installed:\n${stderr.trim()}`);
  return `the npm registry cannot be reached (${error})`;
}

/** Only finished ones: another run may be installing right now. */
function removeOthers(cache: string, id: string, keep: string): void {
  const others = readdirSync(cache).filter(
    (name) => name.startsWith(`${id}-`) && /^\d[\w.-]*$/.test(name.slice(id.length + 1)),
  );
  for (const name of others.filter((other) => !other.endsWith('.partial') && join(cache, other) !== keep)) {
    rmSync(join(cache, name), { recursive: true, force: true });
  }
}
