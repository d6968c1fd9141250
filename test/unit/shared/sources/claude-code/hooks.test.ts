import { describe, expect, it } from 'vitest';
import { claudeCodeHooks } from '../../../../../shared/sources/claude-code/hooks.ts';

const hear = (hook_event_name: string, rest: object = {}) =>
  claudeCodeHooks.hear({ session_id: 's-1', cwd: '/home/ada/loom', hook_event_name, ...rest });

describe('a Claude Code hook', () => {
  it.each([
    ['SessionStart', {}, 'working', null, false],
    ['UserPromptSubmit', {}, 'working', null, true],
    ['PreToolUse', {}, 'working', null, true],
    ['PermissionRequest', {}, 'waiting', 'permission', false],
    ['Notification', { notification_type: 'permission_prompt' }, 'waiting', 'permission', false],
    ['Notification', { notification_type: 'idle_prompt' }, 'waiting', 'input', false],
    ['Notification', { notification_type: 'agent_needs_input' }, 'waiting', 'input', false],
    ['Notification', { notification_type: 'elicitation_dialog' }, 'waiting', 'input', false],
    ['Notification', { notification_type: 'auth_success' }, null, null, false],
    ['Notification', { notification_type: 'not_an_idle_prompt' }, null, null, false],
    ['Notification', { notification_type: 'idle_prompt_closed' }, null, null, false],
    ['Notification', {}, null, null, false],
    ['Notification', { notification_type: ['idle_prompt'] }, null, null, false],
    ['Stop', {}, 'finished', null, false],
    ['Stop', { background_tasks: [] }, 'finished', null, false],
    ['Stop', { background_tasks: [{}] }, null, null, false],
    ['Stop', { stop_hook_active: true }, null, null, false],
    ['StopFailure', { error: 'rate_limit' }, 'failed', 'limit', false],
    ['StopFailure', { error: 'overloaded' }, 'failed', 'overloaded', false],
    ['StopFailure', { error: 'billing_error' }, 'failed', 'billing', false],
    ['StopFailure', { error: 'constructor' }, 'failed', 'other', false],
    ['StopFailure', {}, 'failed', 'other', false],
  ])('%s with %j means %s (%s)', (event, rest, status, reason, isStep) => {
    expect(hear(event, rest)).toEqual({ sessionId: 's-1', project: '/home/ada/loom', status, reason, isStep });
  });

  it('is ignored for an unknown event or without a session id', () => {
    expect([hear('PostToolUse'), hear('Stop', { session_id: null })]).toEqual([null, null]);
    expect(hear('Stop', { cwd: null })).toMatchObject({ project: null });
  });

  it('stops a session with a reason', () => {
    expect(JSON.parse(claudeCodeHooks.toStopAnswer!('over budget', {}))).toEqual({
      continue: false,
      stopReason: 'over budget',
    });
  });

  it("is registered for each event in the user's settings", () => {
    const host = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] } as const;
    expect(claudeCodeHooks.settings.file(host)).toBe('/home/ada/.claude/settings.json');
    const entered = JSON.parse(claudeCodeHooks.settings.print(['fuelgauge'])) as { readonly hooks: object };
    expect(Object.keys(entered.hooks)).toEqual([
      ...['SessionStart', 'UserPromptSubmit', 'PreToolUse', 'PermissionRequest'],
      ...['Notification', 'Stop', 'StopFailure'],
    ]);
  });
});
