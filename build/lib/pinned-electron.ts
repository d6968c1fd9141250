import { lookup } from 'node:dns/promises';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { repositoryRoot } from './paths.ts';
import { run } from './run.ts';

const packageFolder = join(repositoryRoot, 'node_modules', 'electron');
const LOOKUP_LIMIT_MS = 5_000;
const DOWNLOAD_LIMIT_MS = 5 * 60_000;

/** The version of Electron that package.json pins, or null if the package is not installed. */
export function readPinnedVersion(): string | null {
  const manifest = join(packageFolder, 'package.json');
  if (!existsSync(manifest)) return null;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** The executable of the pinned Electron, or null if it has not been downloaded completely. */
export function findPinnedElectron(): string | null {
  const pathFile = join(packageFolder, 'path.txt');
  const versionFile = join(packageFolder, 'dist', 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return null;
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== readPinnedVersion()) return null;
  const executable = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/**
 * Downloads the pinned Electron with the package's own installer, which honours ELECTRON_MIRROR (npm no longer runs it
 * since Electron 42). Returns null on success, otherwise a short reason. If the name of the download host cannot be
 * resolved it gives up at once instead of waiting for a timeout. `log` receives a line before the download.
 */
export async function downloadPinnedElectron(log: (line: string) => void): Promise<string | null> {
  const host = downloadHost();
  if (!(await canResolve(host))) return `${host} cannot be resolved`;
  log(`Downloading Electron ${readPinnedVersion() ?? ''} from ${host}`);
  const installer = join(packageFolder, 'install.js');
  const { code, stderr } = await run(process.execPath, [installer], { timeoutMs: DOWNLOAD_LIMIT_MS });
  if (code === 0 && findPinnedElectron() !== null) return null;
  return /^\s*(?:\w*Error|cause)[^\n]*/m.exec(stderr)?.[0].trim() ?? `the download from ${host} failed`;
}

async function canResolve(host: string): Promise<boolean> {
  // Behind a proxy, often only the proxy can resolve names.
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
