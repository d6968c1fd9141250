import type { HookAgent } from '../hook-agent.ts';
import { toName } from '../lib/json-record.ts';

/** Codex runs the program of `notify` when a turn is complete, and cannot be stopped by it. */
export const codexHooks: HookAgent = {
  source: 'codex',
  hear(payload) {
    const sessionId = toName(payload['thread-id'], 300);
    if (sessionId === null || payload['type'] !== 'agent-turn-complete') return null;
    return { sessionId, project: toName(payload['cwd']), status: 'finished', reason: null, isStep: false };
  },
  limits: null,
  toStopAnswer: null,
  toSettings: (command) => ({ file: '~/.codex/config.toml', text: ['notify', '=', JSON.stringify(command)].join(' ') }),
};
