import { execFile } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StatuslineProgram } from './statusline-command.ts';

/** Where the built program is, seen from a file of a bundle, from a chunk of it, and from the sources. */
const places = ['./statusline.cjs', '../statusline.cjs', '../../statusline.cjs', '../../../dist/statusline.cjs'];
const minNodeMajor = 20;
const timeoutMs = 5_000;

/** The built program; null when there is none. */
export function findProgramFile(): string | null {
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return files.find((file) => existsSync(file)) ?? null;
}

/**
 * The command that starts a copy of the program: the Node that runs this, under the name that stays when it is updated,
 * or one on the `PATH`; without any, the installed command line, which takes longer. Null when there is neither.
 */
export async function findStatuslineProgram(copy: string): Promise<StatuslineProgram | null> {
  const node = await findNode();
  if (node !== null) return [node, copy];
  const [launcher] = await listOnPath('fuelgauge');
  return launcher === undefined ? null : [launcher, 'statusline'];
}

/** The Node that runs this, under the name that stays when it is updated; in the packaged app, one on the `PATH`. */
export async function findNode(): Promise<string | null> {
  const onPath = await listOnPath('node');
  if (process.versions['electron'] === undefined) {
    const own = await realpath(process.execPath);
    for (const file of onPath) {
      if ((await realpath(file).catch(() => null)) === own) return file;
    }
    return process.execPath;
  }
  for (const file of onPath) {
    if (await isRecentNode(file)) return file;
  }
  return null;
}

/** The programs of that name in the folders of the `PATH`, in order. */
export async function listOnPath(name: string): Promise<readonly string[]> {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const files = folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)));
  const found = await Promise.all(
    files.map((file) =>
      access(file, constants.X_OK).then(
        () => file,
        () => null,
      ),
    ),
  );
  return found.filter((file) => file !== null);
}

function isRecentNode(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(file, ['--version'], { timeout: timeoutMs, windowsHide: true }, (error, stdout) => {
      resolve(error === null && Number(/^v(\d+)\./.exec(stdout)?.[1] ?? 0) >= minNodeMajor);
    });
  });
}
