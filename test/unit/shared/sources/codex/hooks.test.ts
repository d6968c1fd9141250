import { describe, expect, it } from 'vitest';
import { codexHooks } from '../../../../../shared/sources/codex/hooks.ts';

const hear = (hook_event_name: string, rest: object = {}) =>
  codexHooks.hear({ session_id: 't-1', cwd: '/home/ada/loom', hook_event_name, ...rest });

describe('a Codex hook', () => {
  it.each([
    ['SessionStart', 'working', null, false],
    ['UserPromptSubmit', 'working', null, true],
    ['PreToolUse', 'working', null, true],
    ['PermissionRequest', 'waiting', 'permission', false],
    ['Stop', 'finished', null, false],
  ])('%s means that the session is %s', (event, status, reason, isStep) => {
    expect(hear(event)).toEqual({ sessionId: 't-1', project: '/home/ada/loom', status, reason, isStep });
  });

  it('does not end a turn that another hook extended, but still reports its steps', () => {
    expect(hear('Stop', { stop_hook_active: true })).toMatchObject({ status: null });
    expect(hear('PreToolUse', { stop_hook_active: true })).toMatchObject({ status: 'working' });
  });

  it('is ignored for an unknown event or without a session id', () => {
    expect([hear('PostCompact'), hear('Stop', { session_id: '' }), hear('Stop', { session_id: null })]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('may be the notify program, which receives completed turns', () => {
    const turn = { type: 'agent-turn-complete', 'thread-id': 't-1', cwd: '/x' };
    const heard = { sessionId: 't-1', project: '/x', status: 'finished', reason: null, isStep: false };
    expect(codexHooks.hear(turn)).toEqual(heard);
    expect(codexHooks.hear({ ...turn, 'thread-id': null })).toBeNull();
    expect(codexHooks.hear({ ...turn, cwd: null })).toEqual({ ...heard, project: null });
  });

  it('stops a session in the format that each event expects', () => {
    const answer = (hook_event_name: string) =>
      JSON.parse(codexHooks.toStopAnswer!('why', { hook_event_name })) as unknown;
    expect(answer('UserPromptSubmit')).toEqual({ continue: false, stopReason: 'why' });
    // Codex would reject `continue` here and run the tool.
    expect(answer('PreToolUse')).toEqual({
      hookSpecificOutput: {
        hookEventName: 'PreToolUse',
        permissionDecision: 'deny',
        permissionDecisionReason: 'why',
      },
    });
  });

  it('is registered in the file that Codex reads', () => {
    const host = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] } as const;
    expect(codexHooks.settings.file(host)).toBe('/home/ada/.codex/hooks.json');
    expect(codexHooks.settings.file({ ...host, variables: { CODEX_HOME: '/x/' } })).toBe('/x/hooks.json');
    const entered = JSON.parse(codexHooks.settings.print(['fuelgauge'])) as { readonly hooks: object };
    expect(Object.keys(entered.hooks)).toEqual([
      'SessionStart',
      'UserPromptSubmit',
      'PreToolUse',
      'PermissionRequest',
      'Stop',
    ]);
  });
});
