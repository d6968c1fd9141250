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
  const folder = join(tmpdir(), `fuelgauge-debian-${packageName}`);
  const unpacked = join(folder, 'usr/bin', name);
  if (existsSync(unpacked)) return unpacked;
  await mkdir(folder, { recursive: true });
  const { code } = await run('apt-get', ['download', packageName], { cwd: folder }).catch(() => ({ code: 1 }));
  const file = (await readdir(folder)).find((each) => each.endsWith('.deb'));
  if (code !== 0 || file === undefined) return null;
  await run('dpkg-deb', ['-x', join(folder, file), folder]);
  return existsSync(unpacked) ? unpacked : null;
}
