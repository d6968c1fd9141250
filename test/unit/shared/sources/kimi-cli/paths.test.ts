import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  isKimiCliFolder,
  isKimiCliLog,
  kimiCliExtraRoots,
  kimiCliRoots,
  parseLogPath,
  sideFilesOf,
} from '../../../../../shared/sources/kimi-cli/paths.ts';
import { findProject } from '../../../../../shared/sources/kimi-cli/project.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('Kimi Code roots', () => {
  it('are those of both generations, in every home', () => {
    const variables = { KIMI_CODE_HOME: '/work/k', KIMI_SHARE_DIR: '~/share' };
    const otherHomes = [{ path: '/home/bob', device: 'other' }];
    expect(kimiCliRoots({ ...host, otherHomes }).map(({ path }) => path)).toEqual([
      '/home/ada/.kimi-code/sessions',
      '/home/ada/.kimi/sessions',
      '/home/bob/.kimi-code/sessions',
      '/home/bob/.kimi/sessions',
    ]);
    expect(kimiCliRoots({ ...host, variables })).toEqual([
      { path: '/work/k/sessions', origin: 'KIMI_CODE_HOME' },
      { path: '/home/ada/share/sessions', origin: 'KIMI_SHARE_DIR' },
    ]);
  });

  it('are found in a home, in its folders and in their sessions', () => {
    expect(kimiCliExtraRoots('C:\\k\\sessions', 'win32').map(({ path }) => path)).toEqual(['C:\\k\\sessions']);
    expect(kimiCliExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual([
      '/old/sessions',
      '/old/.kimi-code/sessions',
      '/old/.kimi/sessions',
    ]);
  });
});

describe('Kimi Code files', () => {
  it.each([
    ['b572cb75/072b243f/wire.jsonl', true],
    ['b572cb75/072b243f/subagents/a1/wire.jsonl', true],
    ['wd_loom/session_1/agents/main/wire.jsonl', true],
    ['b572cb75/072b243f/context.jsonl', false],
    ['b572cb75/wire.jsonl', false],
    ['wd_loom/session_1/tasks/t1/wire.jsonl', false],
  ])('%s is a log: %s', (path, isLog) => {
    expect(isKimiCliLog(path)).toBe(isLog);
  });

  it.each([
    ['b572cb75', true],
    ['b572cb75/072b243f', true],
    ['wd_loom/session_1/agents', true],
    ['wd_loom/session_1/agents/main', true],
    ['wd_loom/session_1/uploads', false],
    ['wd_loom/session_1/agents/main/blobs', false],
  ])('may be in %s: %s', (path, isFolder) => {
    expect(isKimiCliFolder(path)).toBe(isFolder);
  });

  it('are identified by their path', () => {
    expect(parseLogPath('/h/.kimi-code/sessions/wd/s1/agents/a0/wire.jsonl')).toEqual({
      home: '/h/.kimi-code',
      workFolder: 'wd',
      sessionFolder: '/h/.kimi-code/sessions/wd/s1',
      sessionId: 's1',
      isSubagent: true,
      subagent: 'a0',
    });
    expect(parseLogPath('C:\\h\\sessions\\wd\\s1\\wire.jsonl')).toMatchObject({ sessionId: 's1', isSubagent: false });
    expect(sideFilesOf('C:\\h\\sessions\\wd\\s1\\wire.jsonl')).toEqual([
      'C:\\h\\kimi.json',
      'C:\\h\\sessions\\wd\\s1\\state.json',
    ]);
    expect(sideFilesOf('/h/wire.jsonl')).toEqual([]);
  });
});

describe('the project of a session', () => {
  const sum = createHash('md5').update('/home/ada/loom').digest('hex');
  const list = JSON.stringify({ work_dirs: [{ path: '/home/ada/spindle' }, null, { path: '/home/ada/loom' }] });

  it('is in its state, or in the list of work folders', () => {
    const path = `/h/.kimi/sessions/${sum}/s1/wire.jsonl`;
    expect(findProject(path, [list, '{"version":1}'])).toBe('/home/ada/loom');
    expect(findProject(path.replace(sum, `ssh_${sum}`), [list])).toBe('/home/ada/loom');
    expect(findProject(path, [list, '{"workDir":"/home/ada/other"}'])).toBe('/home/ada/other');
  });

  it('is unknown without them', () => {
    expect(findProject(`/h/.kimi/sessions/${sum}/s1/wire.jsonl`, [null, null])).toBeNull();
    expect(findProject(`/h/.kimi/sessions/${sum}/s1/wire.jsonl`, ['{', '[]'])).toBeNull();
    expect(findProject('/h/.kimi/sessions/wd_loom/s1/wire.jsonl', [list, null])).toBeNull();
  });
});
