import { describe, expect, it } from 'vitest';
import {
  copilotCliExtraRoots,
  copilotCliRoots,
  isCopilotCliEvents,
  toSessionName,
} from '../../../../../shared/sources/copilot-cli/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('Copilot CLI roots', () => {
  it.each([
    [{}, ['/home/ada/.copilot/session-state']],
    [{ COPILOT_HOME: '/c' }, ['/c/session-state']],
  ])('with %j are %j', (variables, paths) => {
    expect(copilotCliRoots({ ...host, variables }).map(({ path }) => path)).toEqual(paths);
  });

  it('are the same on every system, in other homes, and in added folders', () => {
    const otherHomes = [{ path: '/home/bob', device: 'other' }];
    expect(copilotCliRoots({ ...host, otherHomes })[1]?.path).toBe('/home/bob/.copilot/session-state');
    expect(copilotCliRoots({ ...host, platform: 'win32', home: 'C:\\Users\\ada' })[0]?.path).toBe(
      'C:\\Users\\ada\\.copilot\\session-state',
    );
    expect(copilotCliExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual([
      '/old/session-state',
      '/old/.copilot/session-state',
    ]);
  });
});

describe('Copilot CLI files', () => {
  it.each([
    ['a/events.jsonl', true],
    ['a.jsonl', true],
    ['a/session.db', false],
    ['a/checkpoints/b.jsonl', false],
    ['a/other.jsonl', false],
  ])('%s holds events: %s', (path, isEvents) => {
    expect(isCopilotCliEvents(path)).toBe(isEvents);
  });

  it('name their session', () => {
    expect(toSessionName('/c/session-state/s1/events.jsonl')).toBe('s1');
    expect(toSessionName('C:\\c\\session-state\\s1\\events.jsonl')).toBe('s1');
    expect(toSessionName('/c/session-state/s2.jsonl')).toBe('s2');
  });
});
