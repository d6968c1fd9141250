import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { OtherHome } from '../../../shared/sources/source.ts';

/** It answers at once where WSL is installed. Where it is not, Windows provides a stub that waits for a key press. */
const timeoutMs = 3_000;

/** The names of the shares of all distributions; older systems know only the second one. */
const hosts = ['wsl.localhost', 'wsl$'] as const;

/** What `wsl.exe` says: which distributions run, or nothing in time. No WSL, or none running, is an empty list. */
export type RunningDistributions =
  { readonly kind: 'running'; readonly names: readonly string[] } | { readonly kind: 'hung' };

/**
 * Asks `wsl` (the full path of `wsl.exe`) for the distributions that are running now. Stopped ones are not asked for:
 * looking into one would start it.
 */
export function listRunningDistributions(wsl: string): Promise<RunningDistributions> {
  return new Promise((resolve) => {
    const options = { timeout: timeoutMs, killSignal: 'SIGKILL', encoding: 'buffer', windowsHide: true } as const;
    const child = execFile(wsl, ['--list', '--running', '--quiet'], options, (error, output) => {
      if (error?.killed === true) resolve({ kind: 'hung' });
      else resolve({ kind: 'running', names: error === null ? parseWslList(output) : [] });
    });
    // No key will be pressed.
    child.stdin?.on('error', () => undefined).end();
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

/** The distribution that a path is in, such as `Ubuntu` of `\\wsl$\Ubuntu\home`; null when it is in none. */
export function findDistribution(path: string): string | null {
  const match = /^[\\/]{2}(?:[?.][\\/]UNC[\\/])?(?:wsl\.localhost|wsl\$)[\\/]+([^\\/]+)/i.exec(path);
  return match?.[1] ?? null;
}

/** Whether a path is on another computer or system as far as Windows is concerned: `\\server\share\…`. */
export function isNetworkPath(path: string): boolean {
  return /^[\\/]{2}(?![?.][\\/](?!UNC[\\/]))/i.test(path);
}

/**
 * The home folders of a distribution that runs and that may be read; null when it does not answer in time. Its root's
 * home usually is not readable: it is left out rather than reported as unreadable forever.
 */
export async function listHomes(distribution: string, read = readdir): Promise<readonly OtherHome[] | null> {
  const abandoned = new AbortController();
  const tooLate = delay(timeoutMs, null, { signal: abandoned.signal, ref: false }).catch(() => null);
  const found = await Promise.race([findHomes(distribution, read), tooLate]);
  abandoned.abort();
  return found;
}

async function findHomes(distribution: string, read: (path: string) => Promise<unknown[]>): Promise<OtherHome[]> {
  for (const host of hosts) {
    const share = `\\\\${host}\\${distribution}`;
    const users = await read(`${share}\\home`).catch(() => null);
    if (users === null) continue;
    const paths = [`${share}\\root`, ...users.map((user) => `${share}\\home\\${String(user)}`)];
    const homes = paths.map((path) => ({ path, device: `wsl:${distribution}` }));
    const mayRead = await Promise.all(
      homes.map(({ path }) =>
        read(path).then(
          () => true,
          () => false,
        ),
      ),
    );
    return homes.filter((_home, index) => mayRead[index]);
  }
  return [];
}
