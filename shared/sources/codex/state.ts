import type { ServiceTier } from '../../domain/profile-fields.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import { toRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import type { CounterRun, CounterRuns } from './counters.ts';
import { parseCounter, type CodexCounter } from './record.ts';

/** What a rollout's next lines depend on. */
export interface RolloutState {
  /** Id of the first `session_meta`: the file's identity. Null before it. */
  readonly threadId: string | null;
  readonly provider: string | null;
  readonly model: string | null;
  readonly project: string | null;
  readonly branch: string | null;
  readonly entrypoint: string | null;
  readonly agentVersion: string | null;
  readonly isSidechain: boolean;
  /** The thread that started this one as its subagent; null for others, and where the log does not say. */
  readonly parentId: string | null;
  /** What Codex calls the subagent that the thread is, such as `guardian`; null for others, and where a parent is known. */
  readonly subagent: string | null;
  readonly tier: ServiceTier;
  /** The thread was forked from another: its first counters may be the parent's. */
  readonly isFork: boolean;
  /** When the first `session_meta` was written, UTC milliseconds. */
  readonly begunAtMs: number | null;
  readonly runs: CounterRuns;
}

/** A rollout of which no line has been read. */
const freshRollout: RolloutState = {
  threadId: null,
  provider: null,
  model: null,
  project: null,
  branch: null,
  entrypoint: null,
  agentVersion: null,
  isSidechain: false,
  parentId: null,
  subagent: null,
  tier: 'standard',
  isFork: false,
  begunAtMs: null,
  runs: [],
};

/** The state as plain JSON. */
export function toReaderState(state: RolloutState): ReaderState {
  return { ...state, runs: state.runs.map(({ origin, head }) => [toStored(origin), toStored(head)]) };
}

/** Restores a stored state; anything missing is as in a fresh rollout. */
export function parseReaderState(value: ReaderState): RolloutState {
  const stored = toRecord(value);
  if (stored === null) return freshRollout;
  const { tier, begunAtMs, runs } = stored;
  return {
    threadId: toName(stored['threadId']),
    provider: toName(stored['provider']),
    model: toName(stored['model']),
    project: toName(stored['project']),
    branch: toName(stored['branch']),
    entrypoint: toName(stored['entrypoint']),
    agentVersion: toName(stored['agentVersion']),
    isSidechain: stored['isSidechain'] === true,
    parentId: toName(stored['parentId']),
    subagent: toName(stored['subagent']),
    tier: tier === 'priority' || tier === 'flex' || tier === 'batch' ? tier : 'standard',
    isFork: stored['isFork'] === true,
    begunAtMs: typeof begunAtMs === 'number' ? begunAtMs : null,
    runs: Array.isArray(runs) ? runs.flatMap(parseRun) : [],
  };
}

function parseRun(value: unknown): readonly CounterRun[] {
  if (!Array.isArray(value)) return [];
  const [origin, head] = value.map(parseStored);
  return origin && head ? [{ origin, head }] : [];
}

function toStored({ input, cached, cacheWrite, output, reasoning, total }: CodexCounter): ReaderState {
  return [input, cached, cacheWrite, output, reasoning, total];
}

function parseStored(value: unknown): CodexCounter | null {
  if (!Array.isArray(value)) return null;
  return parseCounter({
    input_tokens: value[0],
    cached_input_tokens: value[1],
    cache_write_input_tokens: value[2],
    output_tokens: value[3],
    reasoning_output_tokens: value[4],
    total_tokens: value[5],
  });
}
