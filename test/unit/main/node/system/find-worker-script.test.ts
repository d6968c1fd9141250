import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findWorkerScript } from '../../../../../main/node/system/find-worker-script.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

/** The place of `work.ts` or `work.js` as found by a module in a folder that has these files. */
async function find(module: string, ...files: readonly string[]): Promise<string | null> {
  const folder = newFolder();
  for (const file of [module, ...files]) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  const found = await findWorkerScript('work', pathToFileURL(join(folder, module)).href);
  return found === null ? null : found.href.slice(`${pathToFileURL(folder).href}/`.length);
}

describe('the script of a worker', () => {
  it('is beside the module in the sources', async () => {
    expect(await find('threads/work-threads.ts', 'threads/work.ts', 'work.js')).toBe('threads/work.ts');
  });

  it('is found from a chunk, the app and the command line of a bundle', async () => {
    expect(await find('main/chunks/base.js', 'main/work.js')).toBe('main/work.js');
    expect(await find('main/index.js', 'main/work.js')).toBe('main/work.js');
    expect(await find('cli.js', 'main/work.js')).toBe('main/work.js');
  });

  it('is nowhere in a copy of the command line alone', async () => {
    expect(await find('cli.js')).toBeNull();
  });
});
