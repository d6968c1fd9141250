import { describe, expect, it } from 'vitest';
import { ampExtraRoots, ampRoots, isAmpThread } from '../../../../../shared/sources/amp/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('Amp roots', () => {
  it.each([
    [{}, ['/home/ada/.local/share/amp/threads']],
    [{ XDG_DATA_HOME: '/data' }, ['/data/amp/threads']],
    [{ AMP_DATA_DIR: '/a', XDG_DATA_HOME: '/data' }, ['/a/threads']],
  ])('with %j are %j', (variables, paths) => {
    expect(ampRoots({ ...host, variables }).map(({ path }) => path)).toEqual(paths);
  });

  it('are the same on every system, in other homes, and in added folders', () => {
    const otherHomes = [{ path: '/home/bob', device: 'other' }];
    expect(ampRoots({ ...host, otherHomes })[1]?.path).toBe('/home/bob/.local/share/amp/threads');
    expect(ampRoots({ ...host, platform: 'win32', home: 'C:\\Users\\ada' })[0]?.path).toBe(
      'C:\\Users\\ada\\.local\\share\\amp\\threads',
    );
    expect(ampExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual([
      '/old/threads',
      '/old/.local/share/amp/threads',
    ]);
    expect(ampExtraRoots('/old/threads', 'linux').map(({ path }) => path)).toEqual(['/old/threads']);
  });
});

describe('Amp files', () => {
  it.each([
    ['T-1.json', true],
    ['secrets.json', false],
    ['deeper/T-1.json', false],
  ])('%s is a thread: %s', (path, isThread) => {
    expect(isAmpThread(path)).toBe(isThread);
  });
});
