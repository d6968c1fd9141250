import * as v from 'valibot';
import type { OrphanGroup } from '../../domain/agent-process.ts';
import type { AlertIntent } from '../../domain/alert-intent.ts';
import { minuteMs } from '../../domain/instant.ts';
import type { AlertRule } from '../alert-rule.ts';
import { parseRecord } from './parse-record.ts';

const entrySchema = v.object({ sinceMs: v.number(), isRaised: v.boolean() });
type Entry = Readonly<v.InferOutput<typeof entrySchema>>;

/**
 * Alerts when processes that an agent left behind are still there after a while: many end by themselves. Once for each,
 * known by its start too, since numbers of processes are used again.
 */
export const orphanRule: AlertRule<'orphan', Readonly<Record<string, Entry>>> = {
  parseMemory: (stored) => parseRecord(stored, entrySchema),
  evaluate(memory, { orphans, choices, nowMs }) {
    const next: Record<string, Entry> = {};
    const intents: AlertIntent<'orphan'>[] = [];
    for (const orphan of orphans) {
      const [top] = orphan.members;
      if (top === undefined) continue;
      const key = `orphan:${top.pid}:${top.startedAtMs}`;
      const known = memory[key];
      // A clock that was set back must not make it wait for years.
      const sinceMs = known === undefined || known.sinceMs > nowMs ? nowMs : known.sinceMs;
      const isRaised = known?.isRaised ?? false;
      const isDue = !isRaised && nowMs - sinceMs >= choices.orphan.minutes * minuteMs;
      if (isDue) intents.push(toIntent(key, orphan, top));
      next[key] = { sinceMs, isRaised: isRaised || isDue };
    }
    return { memory: JSON.stringify(next) === JSON.stringify(memory) ? memory : next, intents };
  },
};

function toIntent(
  key: string,
  { label, members, rssBytes }: OrphanGroup,
  { pid, name }: OrphanGroup['members'][number],
): AlertIntent<'orphan'> {
  return { kind: 'orphan', key, source: null, parameters: { label, name, pid, processes: members.length, rssBytes } };
}
