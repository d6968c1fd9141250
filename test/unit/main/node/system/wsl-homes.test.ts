import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import type { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  findDistribution,
  isNetworkPath,
  listHomes,
  listRunningDistributions,
  parseWslList,
} from '../../../../../main/node/system/wsl-homes.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

describe('parseWslList', () => {
  const list = 'Ubuntu-24.04\r\nDebian\r\n\r\ndocker-desktop\r\ndocker-desktop-data\r\n';

  it.each([
    ['UTF-16, as it comes', Buffer.from(list, 'utf16le')],
    ['UTF-16 with a byte order mark, as older builds write it', Buffer.from(`\uFEFF${list}`, 'utf16le')],
    ['UTF-8, as WSL_UTF8=1 makes it', Buffer.from(list, 'utf8')],
  ])('reads %s', (_what, output) => {
    expect(parseWslList(output)).toEqual(['Ubuntu-24.04', 'Debian']);
  });

  it('finds nothing in nothing', () => {
    expect(parseWslList(Buffer.alloc(0))).toEqual([]);
  });
});

describe('findDistribution', () => {
  it.each([
    ['\\\\wsl.localhost\\Ubuntu-24.04\\home\\ada', 'Ubuntu-24.04'],
    ['\\\\wsl$\\Debian', 'Debian'],
    ['\\\\WSL.LOCALHOST\\Ubuntu\\', 'Ubuntu'],
    ['//wsl$/Ubuntu/home', 'Ubuntu'],
    ['\\\\?\\UNC\\wsl.localhost\\Ubuntu\\home', 'Ubuntu'],
    ['\\\\server\\wsl$\\Ubuntu', null],
    ['C:\\Users\\ada\\wsl.localhost\\Ubuntu', null],
    ['/home/ada', null],
    ['', null],
  ])('of %j is %j', (path, expected) => {
    expect(findDistribution(path)).toBe(expected);
  });
});

describe('isNetworkPath', () => {
  it.each([
    ['\\\\wsl.localhost\\Ubuntu\\home', true],
    ['\\\\server\\share\\logs', true],
    ['\\\\?\\UNC\\server\\share', true],
    ['\\\\?\\C:\\Users\\ada', false],
    ['C:\\Users\\ada', false],
  ])('of %j is %j', (path, expected) => {
    expect(isNetworkPath(path)).toBe(expected);
  });
});

describe('listHomes', () => {
  /** Reads as the share does: `folders` may be read, everything else may not. */
  const readOnly = (folders: Readonly<Record<string, readonly string[]>>) =>
    ((path: string) =>
      folders[path] === undefined
        ? Promise.reject(new Error(`EACCES ${path}`))
        : Promise.resolve(folders[path])) as unknown as typeof readdir;

  it('lists the homes that may be read, all of one device, and not those of others', async () => {
    const share = '\\\\wsl.localhost\\Ubuntu';
    const read = readOnly({ [`${share}\\home`]: ['ada', 'bob'], [`${share}\\home\\ada`]: ['.claude'] });
    expect(await listHomes('Ubuntu', read)).toEqual([{ path: `${share}\\home\\ada`, device: 'wsl:Ubuntu' }]);
  });

  it('uses the share of older systems', async () => {
    const read = readOnly({ '\\\\wsl$\\Ubuntu\\home': [], '\\\\wsl$\\Ubuntu\\root': [] });
    expect(await listHomes('Ubuntu', read)).toEqual([{ path: '\\\\wsl$\\Ubuntu\\root', device: 'wsl:Ubuntu' }]);
  });

  it('gives up on one that does not answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const hanging = (() => new Promise(() => undefined)) as unknown as typeof readdir;
      const found = listHomes('Ubuntu', hanging);
      await vi.advanceTimersByTimeAsync(3_000);
      expect(await found).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe.runIf(process.platform !== 'win32')('listRunningDistributions', () => {
  const createProgram = (script: string): string => {
    const program = path.join(newFolder(), 'wsl.exe');
    writeFileSync(program, `#!/bin/sh\n${script}\n`);
    chmodSync(program, 0o755);
    return program;
  };

  it('asks for running distributions only', async () => {
    const program = createProgram('[ "$*" = "--list --running --quiet" ] && echo Ubuntu');
    expect(await listRunningDistributions(program)).toEqual({ kind: 'running', names: ['Ubuntu'] });
  });

  it('closes the input, so that the placeholder program where WSL is not installed does not wait for a key', async () => {
    const program = createProgram('echo "WSL is not installed. Press any key."; read key; echo > "$0.ended"; exit 1');
    expect(await listRunningDistributions(program)).toEqual({ kind: 'running', names: [] });
    // It ended by itself, and was not killed for waiting.
    expect(existsSync(`${program}.ended`)).toBe(true);
  });

  it('does not wait for one that hangs', async () => {
    const program = createProgram('exec sleep 60');
    expect(await listRunningDistributions(program)).toEqual({ kind: 'hung' });
  });

  it('finds none where there is no such program', async () => {
    expect(await listRunningDistributions('/nowhere/wsl.exe')).toEqual({ kind: 'running', names: [] });
  });
});
