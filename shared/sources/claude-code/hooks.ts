import type { SessionStatus, SignalReason } from '../../domain/session-signal.ts';
import type { HeardHook, HookAgent } from '../hook-agent.ts';
import { createHookSettings } from '../lib/hook-settings.ts';
import type { JsonRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import { claudeCodeHookLimits } from './hook-limits.ts';
import { settingsFile } from './statusline/settings.ts';

/** The events that say something of a session, or can stop one (code.claude.com/docs/en/hooks). */
const events = [
  ...(['SessionStart', 'UserPromptSubmit', 'PreToolUse', 'PermissionRequest'] as const),
  ...(['Notification', 'Stop', 'StopFailure'] as const),
];
type Event = (typeof events)[number];

const failures: Readonly<Record<string, SignalReason>> = {
  rate_limit: 'limit',
  overloaded: 'overloaded',
  billing_error: 'billing',
};
const asking = /^(?:permission_prompt|idle_prompt|agent_needs_input|elicitation_.*)$/;

/** The hooks of Claude Code. */
export const claudeCodeHooks: HookAgent = {
  source: 'claude-code',
  hear(payload) {
    const sessionId = toName(payload['session_id'], 300);
    const event = events.find((name) => name === payload['hook_event_name']);
    if (sessionId === null || event === undefined) return null;
    return {
      ...{ sessionId, project: toName(payload['cwd']), ...toMeaning(event, payload) },
      isStep: event === 'UserPromptSubmit' || event === 'PreToolUse',
    };
  },
  limits: claudeCodeHookLimits,
  toStopAnswer: (stopReason) => JSON.stringify({ continue: false, stopReason }),
  settings: {
    place: '~/.claude/settings.json',
    needsTrust: false,
    ...createHookSettings('claude-code', events, settingsFile),
  },
};

function toMeaning(event: Event, payload: JsonRecord): Pick<HeardHook, 'status' | 'reason'> {
  switch (event) {
    case 'PermissionRequest':
      return say('waiting', 'permission');
    case 'Notification': {
      const type = payload['notification_type'];
      if (typeof type !== 'string' || !asking.test(type)) return say(null);
      return say('waiting', type === 'permission_prompt' ? 'permission' : 'input');
    }
    case 'Stop':
      return say(hasWork(payload) ? null : 'finished');
    case 'StopFailure': {
      const error = payload['error'];
      return say('failed', (typeof error === 'string' && Object.hasOwn(failures, error) && failures[error]) || 'other');
    }
    default:
      return say('working');
  }
}

function say(status: SessionStatus | null, reason: SignalReason | null = null): Pick<HeardHook, 'status' | 'reason'> {
  return { status, reason };
}

/** Background tasks continue, and so does a turn that a hook has prolonged. */
function hasWork({ background_tasks: tasks, stop_hook_active: isProlonged }: JsonRecord): boolean {
  return isProlonged === true || (Array.isArray(tasks) && tasks.length > 0);
}
