import * as v from 'valibot';
import { dayMs } from '../../domain/instant.ts';
import type { AlertRule } from '../alert-rule.ts';
import { parseRecord } from './parse-record.ts';

const entrySchema = v.object({ raisedAtMs: v.number() });
type Entry = Readonly<v.InferOutput<typeof entrySchema>>;

/** After this long, other logs of the same agent may be announced. */
const restMs = 3 * dayMs;

/**
 * Alerts when an agent is about to delete logs that were not read. There is no baseline, since what is lost cannot be
 * restored.
 */
export const expiringLogsRule: AlertRule<'expiring-logs', Readonly<Record<string, Entry>>> = {
  parseMemory: (stored) => parseRecord(stored, entrySchema),
  evaluate(memory, { expiring, nowMs }) {
    if (expiring === null) return { memory, intents: [] };
    const key = `expiring:${expiring.sourceLabel}`;
    const known = memory[key];
    if (known !== undefined && known.raisedAtMs <= nowMs && nowMs - known.raisedAtMs < restMs) {
      return { memory, intents: [] };
    }
    const { sourceLabel, logs, deletesAtMs } = expiring;
    const parameters = { sourceLabel, logs, deletesAtMs };
    return {
      memory: { ...memory, [key]: { raisedAtMs: nowMs } },
      intents: [{ kind: 'expiring-logs', key, source: null, parameters }],
    };
  },
};
