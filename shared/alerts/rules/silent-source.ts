import * as v from 'valibot';
import type { AlertIntent } from '../../domain/alert-intent.ts';
import { hourMs } from '../../domain/instant.ts';
import type { AlertRule, SourceGrowth } from '../alert-rule.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { parseRecord } from './parse-record.ts';

/** This much log without a single response is more than a session that was merely opened. */
const minGrowthBytes = 1_000_000;
const minSilenceMs = 2 * hourMs;

const entrySchema = v.object({
  events: v.number(),
  /** Size of the logs when the number of events last changed. */
  bytes: v.number(),
  sinceMs: v.number(),
  isRaised: v.boolean(),
});
type Entry = Readonly<v.InferOutput<typeof entrySchema>>;

/**
 * Alerts when the logs of an agent that counted before grow for hours and nothing in them counts: the agent has changed
 * its format, or no longer logs what it uses. Once, until something counts again.
 */
export const silentSourceRule: AlertRule<'silent-source', Readonly<Record<string, Entry>>> = {
  parseMemory: (stored) => parseRecord(stored, entrySchema),
  evaluate(memory, { sources, nowMs }) {
    const next = { ...memory };
    const intents: AlertIntent<'silent-source'>[] = [];
    for (const source of sources) {
      const entry = enter(memory[source.source], source, nowMs);
      const grownBytes = source.bytes - entry.bytes;
      const isSilent = source.events > 0 && grownBytes >= minGrowthBytes && nowMs - entry.sinceMs >= minSilenceMs;
      if (isSilent && !entry.isRaised) {
        const parameters = { grownBytes, sinceMs: entry.sinceMs };
        intents.push({ kind: 'silent-source', key: `silent:${source.source}`, source: source.source, parameters });
      }
      next[source.source] = { ...entry, isRaised: entry.isRaised || isSilent };
    }
    return { memory: keepUnchanged(memory, next), intents };
  },
};

function enter(known: Entry | undefined, { events, bytes }: SourceGrowth, nowMs: number): Entry {
  const isSame = known !== undefined && known.events === events && known.sinceMs <= nowMs;
  if (!isSame) return { events, bytes, sinceMs: nowMs, isRaised: false };
  // Logs that were deleted make room for new ones.
  return { ...known, bytes: Math.min(known.bytes, bytes) };
}
