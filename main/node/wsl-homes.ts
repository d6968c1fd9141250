import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import type { OtherHome } from '../../shared/sources/source.ts';
import { toWindowsProgram } from './system-programs.ts';

/** It answers at once where WSL is installed. Where it is not, Windows provides a stub that waits for a key press. */
const timeoutMs = 3_000;

/** Home folders inside the running WSL distributions, as Windows paths; none on other systems or without WSL. */
export async function findWslHomes(platform: NodeJS.Platform): Promise<readonly OtherHome[]> {
  if (platform !== 'win32') return [];
  const distributions = await listRunningDistributions(toWindowsProgram('wsl.exe', process.env));
  return (await Promise.all(distributions.map(listHomes))).flat();
}

/**
 * Names of the WSL distributions that are running now; none when `wsl` (the path of `wsl.exe`) does not answer. Stopped
 * ones are not queried: looking into one would start it.
 */
export function listRunningDistributions(wsl: string): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const options = { timeout: timeoutMs, encoding: 'buffer', windowsHide: true } as const;
    const child = execFile(wsl, ['--list', '--running', '--quiet'], options, (error, output) =>
      resolve(error === null ? parseWslList(output) : []),
    );
    // No key will be pressed.
    child.stdin?.end();
  });
}

/**
 * Parses distribution names from the output of `wsl --list --quiet`, one per line. It is UTF-16, detected by its NULs,
 * unless `WSL_UTF8` is set. Docker Desktop's own distributions are left out.
 */
export function parseWslList(output: Buffer): readonly string[] {
  return output
    .toString(output.includes(0) ? 'utf16le' : 'utf8')
    .replaceAll(/[\0\uFEFF\r]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('docker-desktop'));
}

async function listHomes(distribution: string): Promise<readonly OtherHome[]> {
  return toWslHomes(distribution, await readdir(`${toShare(distribution)}\\home`).catch(() => []));
}

/** The home folders of a distribution's root and of these users. Its device is `wsl:` and the distribution's name. */
export function toWslHomes(distribution: string, users: readonly string[]): readonly OtherHome[] {
  const share = toShare(distribution);
  const paths = [`${share}\\root`, ...users.map((user) => `${share}\\home\\${user}`)];
  return paths.map((path) => ({ path, device: `wsl:${distribution}` }));
}

function toShare(distribution: string): string {
  return `\\\\wsl.localhost\\${distribution}`;
}
