import * as v from 'valibot';
import type { OrphanGroup } from '../../domain/agent-process.ts';
import type { AlertIntent } from '../../domain/alert-intent.ts';
import { minuteMs } from '../../domain/instant.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { AlertRule } from '../alert-rule.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { parseRecord } from './parse-record.ts';

const entrySchema = v.object({ sinceMs: v.number(), isRaised: v.boolean() });
type Entry = Readonly<v.InferOutput<typeof entrySchema>>;

/**
 * Alerts when processes that an agent left behind are still there after a while: many end on their own. Once for each
 * process, identified by its start too, since pids are reused; those due at once share one alert per agent.
 */
export const orphanRule: AlertRule<'orphan', Readonly<Record<string, Entry>>> = {
  parseMemory: (stored) => parseRecord(stored, entrySchema),
  evaluate(memory, { orphans, choices, nowMs }) {
    const next: Record<string, Entry> = {};
    const due: OrphanGroup[] = [];
    for (const orphan of orphans) {
      const key = toKey(orphan);
      if (key === null) continue;
      const known = memory[key];
      // A clock that was set back must not make it wait for years.
      const sinceMs = known === undefined || known.sinceMs > nowMs ? nowMs : known.sinceMs;
      const isRaised = known?.isRaised ?? false;
      const isDue = !isRaised && nowMs - sinceMs >= choices.orphan.minutes * minuteMs;
      if (isDue) due.push(orphan);
      next[key] = { sinceMs, isRaised: isRaised || isDue };
    }
    const intents = [...groupBy(due, ({ label }) => label).values()].flatMap(toIntent);
    return { memory: keepUnchanged(memory, next), intents };
  },
};

function toKey({ members: [top] }: OrphanGroup): string | null {
  return top === undefined ? null : `orphan:${top.pid}:${top.startedAtMs}`;
}

/** Names the one with the most memory, and counts all of them. */
function toIntent(orphans: readonly OrphanGroup[]): readonly AlertIntent<'orphan'>[] {
  const [largest] = orphans.toSorted((a, b) => b.rssBytes - a.rssBytes);
  const top = largest?.members[0];
  const key = largest === undefined ? null : toKey(largest);
  if (largest === undefined || top === undefined || key === null) return [];
  const processes = orphans.reduce((total, { members }) => total + members.length, 0);
  const rssBytes = orphans.reduce((total, orphan) => total + orphan.rssBytes, 0);
  const parameters = { label: largest.label, name: top.name, pid: top.pid, processes, rssBytes };
  return [{ kind: 'orphan', key, source: null, parameters }];
}
