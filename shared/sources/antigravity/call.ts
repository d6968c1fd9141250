import type { LogRecord } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { skip } from '../lib/skip.ts';
import type { Call } from './usage.ts';

/** What all calls of a database have in common. */
export interface Conversation {
  readonly sessionId: string;
  readonly project: string | null;
}

/** What a call yields: its usage, or why it cannot be counted. */
export function toRecords(call: Call, { sessionId, project }: Conversation): readonly LogRecord[] {
  const { usage, responseId, model, modelNumber, atMs } = call;
  if (typeof usage === 'string') return [skip(usage)];
  if (responseId === null) return [skip('no-id')];
  if (atMs === null) return [skip('no-timestamp')];
  return [
    {
      kind: 'event',
      event: {
        key: `antigravity:${responseId}`,
        aliases: [],
        replay: null,
        profile: {
          ...defaultProfile,
          source: 'antigravity',
          provider: 'google',
          model: model ?? `model-${modelNumber ?? 'unknown'}`,
          sessionId,
          project,
          // Another row of the same response may name its model: that one owns it.
          isCopy: model === null,
        },
        atMs,
        usage,
        isFinal: true,
        webSearchRequests: 0,
        loggedCostMicroUsd: null,
      },
    },
  ];
}
