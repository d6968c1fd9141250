import type { HeardHook, HookAgent } from '../hook-agent.ts';
import { createHookSettings } from '../lib/hook-settings.ts';
import type { JsonRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import { joinPath, toFolder } from '../lib/paths.ts';

/**
 * The events that report a session's state, or can stop it. Codex 0.171 ends a turn only for `continue: false` at a prompt:
 * after a tool, that merely replaces the tool's output, and before a tool it is refused. So a running turn is denied its
 * next tool, with the reason.
 */
const events = ['SessionStart', 'UserPromptSubmit', 'PreToolUse', 'PermissionRequest', 'Stop'] as const;
type Event = (typeof events)[number];

const meanings: Readonly<Record<Event, Pick<HeardHook, 'status' | 'reason'>>> = {
  SessionStart: { status: 'working', reason: null },
  UserPromptSubmit: { status: 'working', reason: null },
  PreToolUse: { status: 'working', reason: null },
  PermissionRequest: { status: 'waiting', reason: 'permission' },
  Stop: { status: 'finished', reason: null },
};

/** The hooks of Codex, and its `notify` program, which hears only that a turn is complete. */
export const codexHooks: HookAgent = {
  source: 'codex',
  hear(payload) {
    if (payload['type'] === 'agent-turn-complete') return hearNotify(payload);
    const sessionId = toName(payload['session_id'], 300);
    const event = findEvent(payload);
    if (sessionId === null || event === null) return null;
    const isProlonged = event === 'Stop' && payload['stop_hook_active'] === true;
    return {
      ...{ sessionId, project: toName(payload['cwd']), ...meanings[event] },
      ...(isProlonged && { status: null }),
      isStep: event === 'UserPromptSubmit' || event === 'PreToolUse',
    };
  },
  limits: null,
  toStopAnswer(reason, payload) {
    if (findEvent(payload) === 'UserPromptSubmit') return JSON.stringify({ continue: false, stopReason: reason });
    const decision = { permissionDecision: 'deny', permissionDecisionReason: reason };
    return JSON.stringify({ hookSpecificOutput: { hookEventName: 'PreToolUse', ...decision } });
  },
  settings: {
    place: '~/.codex/hooks.json',
    needsTrust: true,
    ...createHookSettings('codex', events, (host) =>
      joinPath(
        host.platform,
        toFolder(host, host.variables['CODEX_HOME']) ?? joinPath(host.platform, host.home, '.codex'),
        'hooks.json',
      ),
    ),
  },
};

function hearNotify(payload: JsonRecord): HeardHook | null {
  const sessionId = toName(payload['thread-id'], 300);
  if (sessionId === null) return null;
  return { sessionId, project: toName(payload['cwd']), status: 'finished', reason: null, isStep: false };
}

function findEvent(payload: JsonRecord): Event | null {
  return events.find((name) => name === payload['hook_event_name']) ?? null;
}
