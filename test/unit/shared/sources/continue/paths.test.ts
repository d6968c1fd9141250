import { describe, expect, it } from 'vitest';
import {
  continueExtraRoots,
  continueRoots,
  continueSideFiles,
  isContinueSession,
} from '../../../../../shared/sources/continue/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('Continue roots', () => {
  it.each([
    [{}, ['/home/ada/.continue/sessions']],
    [{ CONTINUE_GLOBAL_DIR: '~/c' }, ['/home/ada/c/sessions']],
    [{ CONTINUE_GLOBAL_DIR: 'relative' }, ['/home/ada/.continue/sessions']],
  ])('with %j are %j', (variables, paths) => {
    expect(continueRoots({ ...host, variables }).map(({ path }) => path)).toEqual(paths);
  });

  it('are the same on every system, in other homes, and in added folders', () => {
    const otherHomes = [{ path: '/home/bob', device: 'other' }];
    expect(continueRoots({ ...host, otherHomes })[1]?.path).toBe('/home/bob/.continue/sessions');
    expect(continueRoots({ ...host, platform: 'win32', home: 'C:\\Users\\ada' })[0]?.path).toBe(
      'C:\\Users\\ada\\.continue\\sessions',
    );
    expect(continueExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual([
      '/old/sessions',
      '/old/.continue/sessions',
    ]);
    expect(continueExtraRoots('/old/sessions', 'linux').map(({ path }) => path)).toEqual(['/old/sessions']);
  });
});

describe('Continue files', () => {
  it.each([
    ['a.json', true],
    ['sessions.json', false],
    ['deeper/a.json', false],
    ['a.jsonl', false],
  ])('%s is a session: %s', (path, isSession) => {
    expect(isContinueSession(path)).toBe(isSession);
  });

  it('have the list of all sessions beside them', () => {
    expect(continueSideFiles('C:\\c\\sessions\\a.json')).toEqual(['C:\\c\\sessions\\sessions.json']);
  });
});
