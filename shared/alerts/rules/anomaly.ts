import * as v from 'valibot';
import type { AlertIntent } from '../../domain/alert-intent.ts';
import { dayMs } from '../../domain/instant.ts';
import type { AlertRule } from '../alert-rule.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { parseRecord } from './parse-record.ts';

/** Anything older is no news: with a new ledger, weeks of the past appear at once. */
const newsMs = 2 * dayMs;
/** Older anomalies are never found again. */
const keptMs = 14 * dayMs;

/**
 * Alerts when a session or a day is far above the person's own: once, with its main cause. Hours are left to the rule
 * on burn.
 */
export const anomalyRule: AlertRule<'anomaly', Readonly<Record<string, number>>> = {
  parseMemory: (stored) => parseRecord(stored, v.number()),
  evaluate(memory, { anomalies, nowMs }) {
    const intents: AlertIntent<'anomaly'>[] = [];
    const next: Record<string, number> = {};
    for (const [id, startMs] of Object.entries(memory)) if (startMs > nowMs - keptMs) next[id] = startMs;
    for (const { id, kind, startMs, ...facts } of anomalies) {
      if (kind === 'hour' || next[id] !== undefined) continue;
      next[id] = startMs;
      if (startMs < nowMs - newsMs) continue;
      const { tokens, usualTokens, cause, causeName, causeShare } = facts;
      const parameters = { anomaly: kind, tokens, usualTokens, cause, causeName, causeShare };
      intents.push({ kind: 'anomaly', key: `anomaly:${id}`, source: null, parameters });
    }
    return { memory: keepUnchanged(memory, next), intents };
  },
};
