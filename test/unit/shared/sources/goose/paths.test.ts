import { describe, expect, it } from 'vitest';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';
import { goose } from '../../../../../shared/sources/goose/descriptor.ts';
import { gooseExtraRoots, gooseRoots, isGooseDatabase } from '../../../../../shared/sources/goose/paths.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('Goose roots', () => {
  it.each([
    [host, ['/home/ada/.local/share/goose/sessions']],
    [{ ...host, variables: { XDG_DATA_HOME: '/data' } }, ['/data/goose/sessions']],
    [{ ...host, variables: { GOOSE_PATH_ROOT: '/g', XDG_DATA_HOME: '/data' } }, ['/g/data/sessions']],
    [{ ...host, platform: 'darwin', home: '/Users/ada' } as const, ['/Users/ada/.local/share/goose/sessions']],
    [
      {
        ...host,
        platform: 'win32',
        home: 'C:\\Users\\ada',
        otherHomes: [{ path: '\\\\wsl$\\Ubuntu\\home\\ada', device: 'Ubuntu' }],
      } as const,
      [
        'C:\\Users\\ada\\AppData\\Roaming\\Block\\goose\\data\\sessions',
        '\\\\wsl$\\Ubuntu\\home\\ada\\.local\\share\\goose\\sessions',
      ],
    ],
  ] as const)('of %j are %j', (environment, paths) => {
    expect(gooseRoots(environment).map(({ path }) => path)).toEqual(paths);
  });

  it('in a folder of the settings are where a home or a data folder has them', () => {
    expect(gooseExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual([
      '/old',
      '/old/sessions',
      '/old/data/sessions',
      '/old/.local/share/goose/sessions',
    ]);
  });

  it('hold one file that is read, and no folder that is entered', () => {
    expect(['sessions.db', 'sessions.db-wal', 'a.jsonl', 'backups/sessions.db'].map(isGooseDatabase)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(goose.isLogFolder('backups')).toBe(false);
  });
});
