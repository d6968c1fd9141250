import { describe, expect, it } from 'vitest';
import { codexHooks } from '../../../../../shared/sources/codex/hooks.ts';

const hear = (hook_event_name: string, rest: object = {}) =>
  codexHooks.hear({ session_id: 't-1', cwd: '/home/ada/loom', hook_event_name, ...rest });

describe('a hook of Codex', () => {
  it.each([
    ['SessionStart', 'working', null, false],
    ['UserPromptSubmit', 'working', null, true],
    ['PreToolUse', 'working', null, true],
    ['PermissionRequest', 'waiting', 'permission', false],
    ['Stop', 'finished', null, false],
  ])('%s means that the session is %s', (event, status, reason, isStep) => {
    expect(hear(event)).toEqual({ sessionId: 't-1', project: '/home/ada/loom', status, reason, isStep });
  });

  it('ends no turn that another hook has prolonged, and such a turn may wait and begin', () => {
    expect(hear('Stop', { stop_hook_active: true })).toMatchObject({ status: null });
    expect(hear('PreToolUse', { stop_hook_active: true })).toMatchObject({ status: 'working' });
  });

  it('says nothing without a session or under another name', () => {
    expect([hear('PostCompact'), hear('Stop', { session_id: '' }), hear('Stop', { session_id: null })]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('may be the notify program, which hears that a turn is complete', () => {
    const turn = { type: 'agent-turn-complete', 'thread-id': 't-1', cwd: '/x' };
    const heard = { sessionId: 't-1', project: '/x', status: 'finished', reason: null, isStep: false };
    expect(codexHooks.hear(turn)).toEqual(heard);
    expect(codexHooks.hear({ ...turn, 'thread-id': null })).toBeNull();
    expect(codexHooks.hear({ ...turn, cwd: null })).toEqual({ ...heard, project: null });
  });

  it('stops a session in the form that each of its steps takes', () => {
    const answer = (hook_event_name: string) =>
      JSON.parse(codexHooks.toStopAnswer!('why', { hook_event_name })) as unknown;
    expect(answer('UserPromptSubmit')).toEqual({ continue: false, stopReason: 'why' });
    // `continue` would be refused here, and the tool would run.
    expect(answer('PreToolUse')).toEqual({
      hookSpecificOutput: {
        hookEventName: 'PreToolUse',
        permissionDecision: 'deny',
        permissionDecisionReason: 'why',
      },
    });
  });

  it('is entered where Codex looks', () => {
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
