import { describe, expect, it } from 'vitest';
import {
  isQwenCodeFolder,
  isQwenCodeLog,
  qwenCodeExtraRoots,
  qwenCodeRoots,
} from '../../../../../shared/sources/qwen-code/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('Qwen Code roots', () => {
  it('are in the home, where variables point, and in other homes', () => {
    expect(qwenCodeRoots(host)).toEqual([{ path: '/home/ada/.qwen/projects', origin: 'default' }]);
    const variables = { QWEN_RUNTIME_DIR: '/run/q', QWEN_HOME: '/etc/q' };
    const otherHomes = [{ path: '/home/bob', device: 'other' }];
    expect(qwenCodeRoots({ ...host, variables, otherHomes }).map(({ path }) => path)).toEqual([
      '/run/q/projects',
      '/etc/q/projects',
      '/home/bob/.qwen/projects',
    ]);
    const onWindows = qwenCodeRoots({ ...host, platform: 'win32', home: 'C:\\Users\\ada' });
    expect(onWindows[0]?.path).toBe('C:\\Users\\ada\\.qwen\\projects');
  });

  it('are found in a home, in its folder and in its projects', () => {
    expect(qwenCodeExtraRoots('/old/projects', 'linux').map(({ path }) => path)).toEqual(['/old/projects']);
    expect(qwenCodeExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual([
      '/old/projects',
      '/old/.qwen/projects',
    ]);
  });
});

describe('Qwen Code files', () => {
  it.each([
    ['-home-ada-loom/chats/5a63b035.jsonl', true],
    ['-home-ada-loom/chats/5a63b035.jsonl.tmp', false],
    ['-home-ada-loom/memory/MEMORY.md', false],
    ['-home-ada-loom/5a63b035.jsonl', false],
  ])('%s is a chat: %s', (path, isChat) => {
    expect(isQwenCodeLog(path)).toBe(isChat);
  });

  it.each([
    ['-home-ada-loom', true],
    ['-home-ada-loom/chats', true],
    ['-home-ada-loom/memory', false],
    ['-home-ada-loom/chats/old', false],
  ])('may be in %s: %s', (path, isFolder) => {
    expect(isQwenCodeFolder(path)).toBe(isFolder);
  });
});
