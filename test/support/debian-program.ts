import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from '../../build/lib/run.ts';

/**
 * A program of a Debian package: from the path, or unpacked from the package, which is downloaded without being installed.
 * Null where neither is possible, as on other systems.
 */
export async function findDebianProgram(name: string, packageName: string): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const installed = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  if (installed !== undefined) return installed;
  // Servers are installed where only root's path leads. In a package, the program itself comes before a script that
  // starts it, because scripts read what only an installation puts into /etc.
  const system = ['/usr/sbin', '/usr/bin'].concat(
    [`usr/lib/${name}`, 'usr/sbin', 'usr/bin'].map((folder) => join(toFolder(packageName), folder)),
  );
  const find = (): string | undefined => system.map((folder) => join(folder, name)).find((file) => existsSync(file));
  return find() ?? ((await unpack(packageName)) ? (find() ?? null) : null);
}

/** The folder of a Debian package's shared libraries, for `LD_LIBRARY_PATH`; null where they are not to be had. */
export async function findDebianLibraries(packageName: string): Promise<string | null> {
  const folder = join(toFolder(packageName), 'usr/lib', `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`);
  return existsSync(folder) || ((await unpack(packageName)) && existsSync(folder)) ? folder : null;
}

function toFolder(packageName: string): string {
  return join(tmpdir(), `fuelgauge-debian-${packageName}`);
}

/** Unpacks a package and what it needs that is not installed. Returns whether it could be had. */
async function unpack(packageName: string): Promise<boolean> {
  const folder = toFolder(packageName);
  await mkdir(folder, { recursive: true });
  const plan = ['install', '--simulate', '--no-install-recommends', packageName];
  const { stdout } = await run('apt-get', plan, { cwd: folder }).catch(() => ({ stdout: '' }));
  const needed = [...stdout.matchAll(/^Inst (\S+)/gm)].map((match) => match[1]!);
  if (needed.length === 0) return false;
  if ((await run('apt-get', ['download', ...needed], { cwd: folder })).code !== 0) return false;
  for (const file of (await readdir(folder)).filter((each) => each.endsWith('.deb')))
    if ((await run('dpkg-deb', ['-x', join(folder, file), folder])).code !== 0) return false;
  return true;
}
