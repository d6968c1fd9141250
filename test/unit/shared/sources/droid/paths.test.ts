import { describe, expect, it } from 'vitest';
import { droidRoots, isDroidSession } from '../../../../../shared/sources/droid/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe("Droid's sessions", () => {
  it('are in the home, or where a variable says, and in other homes', () => {
    const pathsOf = (changes: Partial<HostEnvironment>) => droidRoots({ ...host, ...changes }).map(({ path }) => path);
    expect(pathsOf({})).toEqual(['/home/ada/.factory/sessions']);
    const otherHomes = [{ path: '/wsl/bob', device: 'wsl:Debian' }];
    expect(pathsOf({ otherHomes })).toEqual(['/home/ada/.factory/sessions', '/wsl/bob/.factory/sessions']);
    expect(pathsOf({ otherHomes, variables: { DROID_SESSIONS_DIR: '/sessions/' } })).toEqual([
      '/sessions',
      '/wsl/bob/.factory/sessions',
    ]);
    expect(pathsOf({ platform: 'win32', home: 'C:\\Users\\ada' })).toEqual(['C:\\Users\\ada\\.factory\\sessions']);
  });

  it('are the files with settings', () => {
    const names = [
      '-home-ada/a.settings.json',
      'a.settings.json',
      '-home-ada/a.jsonl',
      'x/y/a.settings.json',
      'settings.json',
    ];
    expect(names.map(isDroidSession)).toEqual([true, true, false, false, false]);
  });
});
