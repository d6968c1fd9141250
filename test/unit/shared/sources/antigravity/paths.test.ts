import { describe, expect, it } from 'vitest';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';
import {
  antigravityExtraRoots,
  antigravityRoots,
  isAntigravityDatabase,
  isAntigravityFolder,
} from '../../../../../shared/sources/antigravity/paths.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };
const products = ['antigravity', 'antigravity-cli', 'antigravity-ide'];

describe('Antigravity roots', () => {
  it('are three folders in every home, on every system', () => {
    expect(antigravityRoots(host).map(({ path }) => path)).toEqual(products.map((name) => `/home/ada/.gemini/${name}`));
    const other = { path: '\\\\wsl$\\Ubuntu\\home\\ada', device: 'Ubuntu' };
    expect(
      antigravityRoots({ ...host, platform: 'win32', home: 'C:\\Users\\ada', otherHomes: [other] }).map(
        ({ path }) => path,
      ),
    ).toEqual([
      ...products.map((name) => `C:\\Users\\ada\\.gemini\\${name}`),
      ...products.map((name) => `\\\\wsl$\\Ubuntu\\home\\ada\\.gemini\\${name}`),
    ]);
  });

  it.each([
    ['/backup', products.map((name) => `/backup/.gemini/${name}`)],
    ['/backup/.gemini', products.map((name) => `/backup/.gemini/${name}`)],
    ['/backup/antigravity-cli', ['/backup/antigravity-cli']],
  ])('in %s are %j', (folder, paths) => {
    expect(antigravityExtraRoots(folder, 'linux').map(({ path }) => path)).toEqual(paths);
  });
});

describe('Antigravity files', () => {
  it.each([
    ['conversations/1.db', true],
    ['conversations/1.db-wal', false],
    ['conversations/1.pb', false],
    ['brain/1.db', false],
    ['1.db', false],
  ])('%s is a conversation: %s', (path, isDatabase) => {
    expect(isAntigravityDatabase(path)).toBe(isDatabase);
  });

  it('are in one folder, and no others are entered', () => {
    expect(
      ['conversations', 'implicit', 'brain', 'browser_recordings', 'conversations/x'].map(isAntigravityFolder),
    ).toEqual([true, false, false, false, false]);
  });
});
