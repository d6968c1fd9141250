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
  const unpacked = join(toFolder(packageName), 'usr/bin', name);
  return existsSync(unpacked) || (await unpack(packageName, unpacked)) ? unpacked : null;
}

/** The folder of a Debian package's shared libraries, for `LD_LIBRARY_PATH`; null where they are not to be had. */
export async function findDebianLibraries(packageName: string): Promise<string | null> {
  const folder = join(toFolder(packageName), 'usr/lib', `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`);
  return existsSync(folder) || (await unpack(packageName, folder)) ? folder : null;
}

function toFolder(packageName: string): string {
  return join(tmpdir(), `fuelgauge-debian-${packageName}`);
}

/** Returns whether the package now gives `expected`. */
async function unpack(packageName: string, expected: string): Promise<boolean> {
  const folder = toFolder(packageName);
  await mkdir(folder, { recursive: true });
  const { code } = await run('apt-get', ['download', packageName], { cwd: folder }).catch(() => ({ code: 1 }));
  const file = (await readdir(folder)).find((each) => each.endsWith('.deb'));
  if (code !== 0 || file === undefined) return false;
  await run('dpkg-deb', ['-x', join(folder, file), folder]);
  return existsSync(expected);
}
