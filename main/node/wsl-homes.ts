import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const execFileText = promisify(execFile);
/** Starting a stopped distribution would cost seconds and memory, so only running ones are asked, and not for long. */
const timeoutMs = 3_000;

/** Home folders inside the running WSL distributions, as Windows paths; none on other systems or without WSL. */
export async function findWslHomes(platform: NodeJS.Platform): Promise<readonly string[]> {
  if (platform !== 'win32') return [];
  try {
    const list = await execFileText('wsl.exe', ['--list', '--running', '--quiet'], {
      timeout: timeoutMs,
      encoding: 'utf16le',
      windowsHide: true,
    });
    const homes = await Promise.all(parseWslList(list.stdout).map(listHomes));
    return homes.flat();
  } catch {
    return [];
  }
}

/** Names of distributions in the output of `wsl --list --quiet` (one a line, with stray NULs and BOM in old builds). */
export function parseWslList(output: string): readonly string[] {
  return output
    .replaceAll(/[\0\uFEFF\r]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('docker-desktop'));
}

async function listHomes(distribution: string): Promise<readonly string[]> {
  const share = `\\\\wsl.localhost\\${distribution}`;
  const users = await readdir(`${share}\\home`).catch(() => []);
  return [`${share}\\root`, ...users.map((user) => `${share}\\home\\${user}`)];
}
