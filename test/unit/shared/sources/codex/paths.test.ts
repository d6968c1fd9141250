import { describe, expect, it } from 'vitest';
import { codex } from '../../../../../shared/sources/codex/descriptor.ts';
import { threadIdOf } from '../../../../../shared/sources/codex/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const linux: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('Codex roots', () => {
  it('are the live and the archived sessions of the home, and of other homes', () => {
    expect(codex.roots({ ...linux, otherHomes: [{ path: '/mnt/other', device: 'other' }] })).toEqual([
      { path: '/home/ada/.codex/sessions', origin: 'default' },
      { path: '/home/ada/.codex/archived_sessions', origin: 'default' },
      { path: '/mnt/other/.codex/sessions', origin: 'home /mnt/other' },
      { path: '/mnt/other/.codex/archived_sessions', origin: 'home /mnt/other' },
    ]);
  });

  it('follow CODEX_HOME, on Windows with backslashes', () => {
    const windows: HostEnvironment = {
      platform: 'win32',
      home: 'C:\\Users\\ada',
      variables: { CODEX_HOME: 'D:\\codex\\' },
      otherHomes: [],
    };
    expect(codex.roots(windows)).toEqual([
      { path: 'D:\\codex\\sessions', origin: 'CODEX_HOME' },
      { path: 'D:\\codex\\archived_sessions', origin: 'CODEX_HOME' },
    ]);
    expect(codex.roots({ ...linux, variables: { CODEX_HOME: 'relative' } })[0]?.path).toBe('/home/ada/.codex/sessions');
  });

  it('accept a named folder as home, folder of rollouts, or folder that contains some', () => {
    const toRoots = (...paths: readonly string[]) => paths.map((path) => ({ path, origin: 'settings' }));
    expect(codex.extraRoots('/backup', 'linux')).toEqual(
      toRoots('/backup/sessions', '/backup/archived_sessions', '/backup'),
    );
    expect(codex.extraRoots('/backup/archived_sessions', 'linux')).toEqual(toRoots('/backup/archived_sessions'));
  });

  it.each([
    ['2026/05/04/rollout-2026-05-04T09-00-00-x.jsonl', true],
    ['rollout-x.jsonl.zst', true],
    ['rollout-x.jsonl.zst.tmp', false],
    ['history.jsonl', false],
    ['session_index.jsonl', false],
    ['config.toml', false],
  ])('know a log file: %s %s', (path, isLog) => {
    expect(codex.streams[0].matches(path)).toBe(isLog);
  });

  it('include the stored answers of the app server if there is a data folder', () => {
    expect(codex.limitRoots(linux)).toEqual([]);
    expect(codex.limitRoots({ ...linux, dataFolder: '/d' })).toEqual([
      { path: '/d/asked/codex', origin: 'codex app-server' },
    ]);
  });
});

describe('the thread id of a rollout', () => {
  const id = '019e0000-0000-7000-8000-000000000001';
  it.each([
    [`/a/rollout-2026-05-04T09-00-00-${id}.jsonl`, id],
    [`/a/${id}.jsonl.zst`, id],
    [`/a/rollout-${id}-copy.jsonl`, `rollout-${id}-copy`],
    ['/a/own.jsonl', 'own'],
  ])('for %s is %s', (path, thread) => {
    expect(threadIdOf(path)).toBe(thread);
  });
});
