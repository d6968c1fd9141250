import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { installAgent, toAgentCache, toPackageName } from '../../../../build/lib/agent-packages.ts';
import { useTemporaryFolders } from '../../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const realPath = process.env['PATH'];

afterEach(() => void (process.env['PATH'] = realPath));

/** Puts an npm first on PATH that runs these commands of a shell. */
function useNpm(commands: string): void {
  const folder = newFolder();
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\n${commands}\n`);
  chmodSync(join(folder, 'npm'), 0o755);
  process.env['PATH'] = `${folder}${delimiter}${realPath}`;
}

describe.skipIf(process.platform === 'win32')('agents from the registry', () => {
  it('are installed once, without scripts, and replace other versions of themselves only', async () => {
    const cache = newFolder();
    mkdirSync(join(cache, 'loom-1.0.0'));
    mkdirSync(join(cache, 'loom-weaver-1.0.0'));
    useNpm('mkdir node_modules; echo "$@" > node_modules/arguments');
    const { folder } = await installAgent('loom', { '@made/loom-{platform}': '2.0.0' }, cache);
    expect(folder).toBe(join(cache, 'loom-2.0.0'));
    expect(readdirSync(cache)).toEqual(['loom-2.0.0', 'loom-weaver-1.0.0']);
    expect(readdirSync(join(folder!, 'node_modules'))).toEqual(['arguments']);
    useNpm('exit 1');
    expect(await installAgent('loom', { '@made/loom-{platform}': '2.0.0' }, cache)).toEqual({
      folder,
      unreachable: null,
    });
  });

  it('are skipped when the registry does not answer, and leave nothing behind', async () => {
    const cache = newFolder();
    useNpm('echo "npm error code ENOTFOUND" >&2; exit 1');
    const { folder, unreachable } = await installAgent('loom', { loom: '1.0.0' }, cache);
    expect([folder, unreachable]).toEqual([null, 'the npm registry cannot be reached (ENOTFOUND)']);
    expect(readdirSync(cache)).toEqual([]);
  });

  it('fail when the registry does not have them', async () => {
    useNpm('echo "npm error code ETARGET" >&2; exit 1');
    await expect(installAgent('loom', { loom: '9.9.9' }, newFolder())).rejects.toThrow('ETARGET');
  });

  it('are kept where caches are kept', () => {
    expect(toAgentCache({ XDG_CACHE_HOME: '/caches' })).toBe('/caches/fuelgauge-agents');
    expect(toAgentCache({})).toMatch(/\/\.cache\/fuelgauge-agents$/);
    expect(toPackageName('loom-{platform}')).toBe(`loom-${process.platform}-${process.arch}`);
  });
});
