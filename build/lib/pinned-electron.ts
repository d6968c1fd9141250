import { lookup } from 'node:dns/promises';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { repositoryRoot } from './paths.ts';
import { run } from './run.ts';

const packageFolder = join(repositoryRoot, 'node_modules', 'electron');
const LOOKUP_LIMIT_MS = 5_000;
const DOWNLOAD_LIMIT_MS = 5 * 60_000;

/** The version of Electron that package.json pins, or null when npm has not installed the package. */
export function readPinnedVersion(): string | null {
  const manifest = join(packageFolder, 'package.json');
  if (!existsSync(manifest)) return null;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** The pinned Electron's executable when it has been downloaded whole, else null. */
export function findPinnedElectron(): string | null {
  const pathFile = join(packageFolder, 'path.txt');
  const versionFile = join(packageFolder, 'dist', 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return null;
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== readPinnedVersion()) return null;
  const executable = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/**
 * Downloads the pinned Electron with its own installer (since Electron 42 npm does not do that; it honours
 * ELECTRON_MIRROR). Returns null on success, else the reason in a few words. Where the download's host has no
 * address it gives up at once instead of waiting for a time-out. `say` gets a line before a download.
 */
export async function downloadPinnedElectron(say: (line: string) => void): Promise<string | null> {
  const host = downloadHost();
  if (!(await canFind(host))) return `${host} cannot be found from here`;
  say(`Downloading Electron ${readPinnedVersion() ?? ''} from ${host}`);
  const installer = join(packageFolder, 'install.js');
  const { code, stderr } = await run(process.execPath, [installer], { timeoutMs: DOWNLOAD_LIMIT_MS });
  if (code === 0 && findPinnedElectron() !== null) return null;
  return /^\s*(?:\w*Error|cause)[^\n]*/m.exec(stderr)?.[0].trim() ?? `the download from ${host} failed`;
}

async function canFind(host: string): Promise<boolean> {
  // Behind a proxy names are often resolved by the proxy alone.
  if (process.env['HTTPS_PROXY'] !== undefined || process.env['https_proxy'] !== undefined) return true;
  const found = lookup(host).then(
    () => true,
    () => false,
  );
  return Promise.race([found, delay(LOOKUP_LIMIT_MS, false, { ref: false })]);
}

function downloadHost(): string {
  const { env } = process;
  const mirror = env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'] ?? 'https://github.com/';
  return URL.canParse(mirror) ? new URL(mirror).hostname : 'github.com';
}
