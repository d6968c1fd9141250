import { describe, expect, it } from 'vitest';
import {
  grokBuildExtraRoots,
  grokBuildRoots,
  isGrokBuildFolder,
  isGrokBuildLog,
  sideFilesOf,
} from '../../../../../shared/sources/grok-build/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('Grok Build roots', () => {
  it('are in the home, where GROK_HOME points, and in other homes', () => {
    expect(grokBuildRoots(host)).toEqual([{ path: '/home/ada/.grok/sessions', origin: 'default' }]);
    const moved = {
      ...host,
      variables: { GROK_HOME: '/work/g' },
      otherHomes: [{ path: '/home/bob', device: 'other' }],
    };
    expect(grokBuildRoots(moved).map(({ path }) => path)).toEqual(['/work/g/sessions', '/home/bob/.grok/sessions']);
  });

  it('are found in a home, in its folder and in its sessions', () => {
    expect(grokBuildExtraRoots('/old/sessions', 'linux').map(({ path }) => path)).toEqual(['/old/sessions']);
    expect(grokBuildExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual([
      '/old/sessions',
      '/old/.grok/sessions',
    ]);
  });
});

describe('Grok Build files', () => {
  it.each([
    ['%2Floom/019f6000/updates.jsonl', true],
    ['%2Floom/019f6000/chat_history.jsonl', false],
    ['%2Floom/updates.jsonl', false],
  ])('%s is a log: %s', (path, isLog) => {
    expect(isGrokBuildLog(path)).toBe(isLog);
  });

  it('are in the folder of a session, which is described beside them', () => {
    expect(isGrokBuildFolder('%2Floom/019f6000')).toBe(true);
    expect(isGrokBuildFolder('%2Floom/019f6000/blobs')).toBe(false);
    expect(sideFilesOf('C:\\g\\s\\updates.jsonl')).toEqual(['C:\\g\\s\\summary.json']);
  });
});
