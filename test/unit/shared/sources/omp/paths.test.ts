import { describe, expect, it } from 'vitest';
import { isOmpFolder, isOmpSession, ompExtraRoots, ompRoots } from '../../../../../shared/sources/omp/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };
const hash = 'ab'.repeat(32);

describe('Oh My Pi roots', () => {
  it('are in the home, with those of profiles, and in other homes', () => {
    const withOther = { ...host, otherHomes: [{ path: '/home/bob', device: 'other' }] };
    expect(ompRoots(withOther).map(({ path }) => path)).toEqual([
      '/home/ada/.omp/agent/sessions',
      '/home/ada/.omp/profiles',
      '/home/bob/.omp/agent/sessions',
      '/home/bob/.omp/profiles',
    ]);
  });

  it('follow the variables that are surely its own', () => {
    const variables = { PI_CONFIG_DIR: '.pi-work', XDG_DATA_HOME: '/data', PI_CODING_AGENT_DIR: '/srv/.omp/agent' };
    expect(ompRoots({ ...host, variables }).map(({ path }) => path)).toEqual([
      '/home/ada/.pi-work/agent/sessions',
      '/home/ada/.pi-work/profiles',
      '/srv/.omp/agent/sessions',
      '/data/omp/sessions',
      '/data/omp/profiles',
    ]);
    const ofPi = { PI_CODING_AGENT_DIR: '/srv/pi' };
    expect(ompRoots({ ...host, variables: ofPi })).toEqual(ompRoots(host));
    const onWindows = ompRoots({ platform: 'win32', home: 'C:\\Users\\ada', variables, otherHomes: [] });
    expect(onWindows.map(({ path }) => path)).toEqual([
      'C:\\Users\\ada\\.pi-work\\agent\\sessions',
      'C:\\Users\\ada\\.pi-work\\profiles',
    ]);
  });

  it('are found in a home, in its folders and in one for sessions', () => {
    expect(ompExtraRoots('/old/sessions', 'linux').map(({ path }) => path)).toEqual(['/old/sessions']);
    expect(ompExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual([
      '/old/sessions',
      '/old/agent/sessions',
      '/old/profiles',
      '/old/.omp/agent/sessions',
      '/old/.omp/profiles',
    ]);
  });
});

describe('Oh My Pi files', () => {
  it.each([
    ['-loom/2026-05-04T09-00-00-120Z_1.jsonl', true],
    ['--srv-loom--/2026-05-04T09-00-00-120Z_1/Scout/__advisor.jsonl', true],
    [`home-loom-${hash}/2026-05-04T09-00-00-120Z_1.jsonl`, true],
    ['work/agent/sessions/-loom/1.jsonl', true],
    ['work/sessions/-loom/1.jsonl', true],
    ['1.jsonl', true],
    ['work/agent/history.jsonl', false],
    ['-loom/2026-05-04T09-00-00-120Z_1.jsonl.123.bak', false],
    ['-loom/2026-05-04T09-00-00-120Z_1/Scout.md', false],
  ])('%s is a session: %s', (path, isSession) => {
    expect(isOmpSession(path)).toBe(isSession);
  });

  it.each([
    ['-loom', true],
    ['-loom/2026-05-04T09-00-00-120Z_1', true],
    ['work', true],
    ['work/agent', true],
    ['work/agent/sessions', true],
    ['work/sessions/-loom', true],
    ['work/agent/blobs', false],
    ['work/browser', false],
  ])('may be in %s: %s', (path, isFolder) => {
    expect(isOmpFolder(path)).toBe(isFolder);
  });
});
