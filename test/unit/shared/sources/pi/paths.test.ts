import { describe, expect, it } from 'vitest';
import { isPiFolder, isPiSession, piExtraRoots, piRoots } from '../../../../../shared/sources/pi/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('Pi roots', () => {
  it('are in the home, where variables point, and in other homes', () => {
    expect(piRoots(host)).toEqual([{ path: '/home/ada/.pi/agent/sessions', origin: 'default' }]);
    const moved = {
      ...host,
      variables: { PI_CODING_AGENT_DIR: '~/pi', PI_CODING_AGENT_SESSION_DIR: '/work/woven' },
      otherHomes: [{ path: '/home/bob', device: 'other' }],
    };
    expect(piRoots(moved).map(({ path }) => path)).toEqual([
      '/work/woven',
      '/home/ada/pi/sessions',
      '/home/bob/.pi/agent/sessions',
    ]);
    const onWindows = piRoots({ ...host, platform: 'win32', home: 'C:\\Users\\ada' });
    expect(onWindows[0]?.path).toBe('C:\\Users\\ada\\.pi\\agent\\sessions');
  });

  it('leave the folders of another agent to it', () => {
    const variables = { PI_CODING_AGENT_DIR: '/home/ada/.omp/profiles/work/agent' };
    expect(piRoots({ ...host, variables }).map(({ path }) => path)).toEqual(['/home/ada/.pi/agent/sessions']);
  });

  it('are found in a home, an agent folder and one for sessions', () => {
    expect(piExtraRoots('/old/pi-sessions', 'linux').map(({ path }) => path)).toEqual(['/old/pi-sessions']);
    expect(piExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual(['/old/sessions', '/old/.pi/agent/sessions']);
  });
});

describe('Pi files', () => {
  it.each([
    ['--home-ada-loom--/2026-05-04T09-00-00-120Z_1.jsonl', true],
    ['--home-ada-loom--/2026-05-04T09-00-00-120Z_1/379edd52/run-0/session.jsonl', true],
    ['loose.jsonl', true],
    ['--home-ada-loom--/subagent-artifacts/379edd52_worker_0.jsonl', false],
    ['--home-ada-loom--/2026-05-04T09-00-00-120Z_1.jsonl.bak', false],
    ['--home-ada-loom--/notes.json', false],
  ])('%s is a session: %s', (path, isSession) => {
    expect(isPiSession(path)).toBe(isSession);
  });

  it('are not searched among artifacts', () => {
    expect(isPiFolder('--home-ada-loom--/2026-05-04T09-00-00-120Z_1')).toBe(true);
    expect(isPiFolder('--home-ada-loom--/subagent-artifacts')).toBe(false);
  });
});
