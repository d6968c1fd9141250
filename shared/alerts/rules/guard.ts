import * as v from 'valibot';
import type { AlertIntent } from '../../domain/alert-intent.ts';
import { hourMs } from '../../domain/instant.ts';
import { totalTokens } from '../../domain/token-usage.ts';
import type { AlertInput, AlertRule, RecentSession } from '../alert-rule.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { parseRecord } from './parse-record.ts';

const entrySchema = v.object({
  level: v.picklist([1, 2]),
  atMs: v.number(),
  /** In micro-dollars or tokens, as it was then. Left out by earlier versions. */
  limit: v.optional(v.number()),
});
type Entry = Readonly<v.InferOutput<typeof entrySchema>>;
type Measure = 'money' | 'tokens';

/** A session that has been quiet for this long needs no guard; when the person returns to it, it is guarded afresh. */
const quietMs = hourMs;
const keptMs = 30 * 24 * hourMs;

/**
 * Guards each session: once at its soft limit, once at its hard limit, in money or tokens. The host carries out what
 * happens at the hard limit (a warning, a pause, a stop); a session that the person lets continue is not stopped again,
 * unless it reaches a higher limit that was set since. An agent without a hook that can stop it is paused instead.
 */
export const guardRule: AlertRule<'guard', Readonly<Record<string, Entry>>> = {
  parseMemory: (stored) => parseRecord(stored, entrySchema),
  evaluate(memory, input) {
    const intents: AlertIntent<'guard'>[] = [];
    const next: Record<string, Entry> = Object.fromEntries(
      Object.entries(memory).filter(([, { atMs }]) => Math.abs(input.nowMs - atMs) < keptMs),
    );
    for (const session of input.sessions) {
      if (input.nowMs - session.lastAtMs > quietMs) continue;
      for (const measure of ['money', 'tokens'] as const) {
        const key = `guard:${session.source}:${session.sessionId}:${measure}`;
        const reached = findReached(measure, session, input);
        if (reached === null || isSettled(reached, next[key])) continue;
        next[key] = { level: reached.level, atMs: input.nowMs, limit: reached.limit };
        intents.push(toIntent(key, session, { measure, ...reached }, input));
      }
    }
    return { memory: keepUnchanged(memory, next), intents };
  },
};

interface Reached {
  readonly level: 1 | 2;
  readonly used: number;
  readonly limit: number;
}

function findReached(measure: Measure, session: RecentSession, { choices: { guard } }: AlertInput): Reached | null {
  const used = measure === 'money' ? session.costMicroUsd : totalTokens(session.usage);
  if (used === null) return null;
  const soft = measure === 'money' ? toMicro(guard.softUsd) : guard.softTokens;
  const hard = measure === 'money' ? toMicro(guard.hardUsd) : guard.hardTokens;
  if (hard !== null && used >= hard) return { level: 2, used, limit: hard };
  return soft !== null && used >= soft ? { level: 1, used, limit: soft } : null;
}

/** Typing a lower limit must not stop what was stopped and released before, so only a higher one counts as new. */
function isSettled({ level, limit }: Reached, known: Entry | undefined): boolean {
  if (known === undefined || level > known.level) return false;
  return level < known.level || limit <= (known.limit ?? Infinity);
}

function toMicro(usd: number | null): number | null {
  return usd === null ? null : usd * 1e6;
}

function toIntent(
  key: string,
  { source, sessionId, project, unpricedModels }: RecentSession,
  { measure, level, used, limit }: Reached & { readonly measure: Measure },
  { choices: { guard }, stoppable }: AlertInput,
): AlertIntent<'guard'> {
  const atHardLimit = guard.action === 'stop' && !stoppable.has(`${source}:${sessionId}`) ? 'pause' : guard.action;
  const action = level === 2 ? atHardLimit : 'warn';
  return {
    kind: 'guard',
    key,
    source,
    parameters: {
      ...{ sessionId, project, action, level: level === 2 ? 'hard' : 'soft' },
      tokens: measure === 'tokens' ? { used, limit } : null,
      ...(measure === 'money'
        ? { costMicroUsd: used, ...(unpricedModels.length > 0 && { isCostPartial: true }), budgetMicroUsd: limit }
        : { costMicroUsd: null, budgetMicroUsd: null }),
    },
  };
}
