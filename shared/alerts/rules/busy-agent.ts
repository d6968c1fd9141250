import * as v from 'valibot';
import type { AlertIntent } from '../../domain/alert-intent.ts';
import { minuteMs } from '../../domain/instant.ts';
import type { AgentProcess } from '../../domain/agent-process.ts';
import type { AlertInput, AlertRule } from '../alert-rule.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { parseRecord } from './parse-record.ts';

const entrySchema = v.object({
  /** Since when it is above the limit without a break. */
  sinceMs: v.number(),
  seenAtMs: v.number(),
  isRaised: v.boolean(),
});
type Entry = Readonly<v.InferOutput<typeof entrySchema>>;
type Measure = 'cpu' | 'memory';

/** After a longer gap between samples, what happened in between is unknown. */
const maxGapMs = 10 * minuteMs;

/**
 * Alerts when an agent with everything it started stays above a limit of CPU or memory for the time in the settings,
 * once until it falls below. A process is identified by its start, too, since pids are reused.
 */
export const busyAgentRule: AlertRule<'busy-agent', Readonly<Record<string, Entry>>> = {
  parseMemory: (stored) => parseRecord(stored, entrySchema),
  evaluate(memory, input) {
    const next: Record<string, Entry> = {};
    const intents: AlertIntent<'busy-agent'>[] = [];
    for (const { key, agent, measure, value } of findBusy(input)) {
      const entry = enter(memory[key], input.nowMs);
      const forMs = input.nowMs - entry.sinceMs;
      const isDue = !entry.isRaised && forMs >= input.choices['busy-agent'].minutes * minuteMs;
      if (isDue) intents.push(toIntent(key, agent, { measure, value, forMs }));
      next[key] = { ...entry, isRaised: entry.isRaised || isDue };
    }
    return { memory: keepUnchanged(memory, next), intents };
  },
};

function enter(known: Entry | undefined, nowMs: number): Entry {
  const isKnown = known !== undefined && known.seenAtMs <= nowMs && nowMs - known.seenAtMs <= maxGapMs;
  if (isKnown) return { ...known, seenAtMs: nowMs };
  return { sinceMs: nowMs, seenAtMs: nowMs, isRaised: known?.isRaised ?? false };
}

function* findBusy({ agents, choices }: AlertInput): Iterable<{
  readonly key: string;
  readonly agent: AgentProcess;
  readonly measure: Measure;
  readonly value: number;
}> {
  const { cpuPercent, memoryMb } = choices['busy-agent'];
  for (const agent of agents) {
    const name = `agent:${agent.agent}:${agent.pid}:${agent.startedAtMs}`;
    if (cpuPercent !== null && agent.cpuRatio !== null && agent.cpuRatio * 100 > cpuPercent) {
      yield { key: `${name}:cpu`, agent, measure: 'cpu', value: agent.cpuRatio };
    }
    if (memoryMb !== null && agent.rssBytes > memoryMb * 1_000_000) {
      yield { key: `${name}:memory`, agent, measure: 'memory', value: agent.rssBytes };
    }
  }
}

function toIntent(
  key: string,
  { label, cwd, pid }: AgentProcess,
  figures: { readonly measure: Measure; readonly value: number; readonly forMs: number },
): AlertIntent<'busy-agent'> {
  return { kind: 'busy-agent', key, source: null, parameters: { label, project: cwd, pid, ...figures } };
}
