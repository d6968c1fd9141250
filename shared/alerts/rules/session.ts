import * as v from 'valibot';
import type { AlertIntent } from '../../domain/alert-intent.ts';
import { dayMs, minuteMs } from '../../domain/instant.ts';
import type { SessionSignal, SessionStatus } from '../../domain/session-signal.ts';
import type { AlertInput, AlertRule } from '../alert-rule.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { parseRecord } from './parse-record.ts';

/** An older signal is no news, e.g. after sleep. */
const newsMs = 15 * minuteMs;

const keptMs = dayMs;

/**
 * Alerts when a session waits for the person, has finished or failed, as the agent's own hook said: once per signal,
 * and only for the last one. A session that has continued since is not mentioned.
 */
export const sessionRule: AlertRule<'session', Readonly<Record<string, number>>> = {
  parseMemory: (stored) => parseRecord(stored, v.number()),
  evaluate(memory, input) {
    const intents: AlertIntent<'session'>[] = [];
    // A signal that is read again raises no second alert.
    const next: Record<string, number> = Object.fromEntries(
      Object.entries(memory).filter(([, saidMs]) => Math.abs(input.nowMs - saidMs) < keptMs),
    );
    for (const [key, signal] of newestOfEach(input.signals)) {
      const saidMs = memory[key];
      const isNew = saidMs === undefined || signal.atMs > saidMs;
      next[key] = isNew ? signal.atMs : saidMs;
      const ageMs = input.nowMs - signal.atMs;
      if (isNew && ageMs < newsMs && isWanted(signal, input)) intents.push(toIntent(signal, `${key}:${signal.atMs}`));
    }
    return { memory: keepUnchanged(memory, next), intents };
  },
};

function newestOfEach(signals: readonly SessionSignal[]): ReadonlyMap<string, SessionSignal> {
  const newest = new Map<string, SessionSignal>();
  for (const signal of signals) {
    const key = `session:${signal.source}:${signal.sessionId}`;
    const other = newest.get(key);
    if (other === undefined || signal.atMs >= other.atMs) newest.set(key, signal);
  }
  return newest;
}

/** A signal of which a person may want to hear. */
type News = SessionSignal & { readonly status: Exclude<SessionStatus, 'working'> };

function isWanted(signal: SessionSignal, { choices: { session } }: AlertInput): signal is News {
  return signal.status !== 'working' && session[signal.status];
}

/** Each signal is an alert of its own: a session that waits again is worth another one. */
function toIntent({ source, sessionId, status, reason, project }: News, key: string): AlertIntent<'session'> {
  return { kind: 'session', key, source, parameters: { sessionId, status, reason, project } };
}
