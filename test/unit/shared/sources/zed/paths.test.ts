import { describe, expect, it } from 'vitest';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';
import { zed } from '../../../../../shared/sources/zed/descriptor.ts';
import { isZedDatabase, zedExtraRoots, zedRoots } from '../../../../../shared/sources/zed/paths.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };
const linux = ['/home/ada/.local/share/zed/threads', '/home/ada/.var/app/dev.zed.Zed/data/zed/threads'];

describe('Zed roots', () => {
  it.each([
    [host, linux],
    [{ ...host, variables: { XDG_DATA_HOME: '/data' } }, ['/data/zed/threads', ...linux]],
    [
      { ...host, platform: 'darwin', home: '/Users/ada' } as const,
      ['/Users/ada/Library/Application Support/Zed/threads'],
    ],
    [
      {
        ...host,
        platform: 'win32',
        home: 'C:\\Users\\ada',
        variables: { LOCALAPPDATA: 'D:\\Local' },
        otherHomes: [{ path: '\\\\wsl$\\Ubuntu\\home\\ada', device: 'Ubuntu' }],
      } as const,
      [
        'D:\\Local\\Zed\\threads',
        '\\\\wsl$\\Ubuntu\\home\\ada\\.local\\share\\zed\\threads',
        '\\\\wsl$\\Ubuntu\\home\\ada\\.var\\app\\dev.zed.Zed\\data\\zed\\threads',
      ],
    ],
  ] as const)('of %j are %j', (environment, paths) => {
    expect(zedRoots(environment).map(({ path }) => path)).toEqual(paths);
  });

  it('in a folder of the settings are where a home or a data folder has them', () => {
    expect(zedExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/old', '/old/threads', '/old/.local/share/zed/threads']),
    );
  });

  it('hold one file that is read, and no folder that is entered', () => {
    expect(['threads.db', 'threads.db-wal', 'embeddings.db', 'x/threads.db'].map(isZedDatabase)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(['conversations', 'x'].some((folder) => zed.isLogFolder(folder))).toBe(false);
  });
});
