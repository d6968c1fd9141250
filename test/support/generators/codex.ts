import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import { evenShare, type GeneratedLines, type GeneratedLogs, type LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);

interface Counter {
  readonly input: number;
  readonly cached: number;
  readonly output: number;
  readonly reasoning: number;
}

const zero: Counter = { input: 0, cached: 0, output: 0, reasoning: 0 };

/** One request of a thread, and what else Codex writes. */
const request = fc.record({
  input: fc.integer({ min: 1, max: 300 }),
  cachedShare: fc.constantFrom(0, 0.25, 1),
  output: fc.integer({ min: 1, max: 5000 }),
  reasoningShare: fc.constantFrom(0, 0.5),
  /** How many times the counter is written: limits are refreshed by repeating it. */
  writes: fc.integer({ min: 1, max: 3 }),
  after: fc.constantFrom(
    'nothing' as const,
    'nothing' as const,
    'compaction' as const,
    'resume' as const,
    'zero' as const,
  ),
  model: fc.constantFrom(null, 'gpt-5.5', 'gpt-5.6-sol'),
  usedPercent: fc.integer({ min: 0, max: 100 }),
});

type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

const thread = fc.record({
  requests: fc.array(request, { minLength: 1, maxLength: 6 }),
  /** The thread that it was forked from (an earlier one), and how many of its counters it replays; null for none. */
  fork: fc.option(fc.record({ parent: fc.nat({ max: 5 }), share: evenShare })),
  isParentKept: fc.boolean(),
  /** After this request the counter restarts, as resumes did in 0.58 to 0.77; beyond the last one: never. */
  restartsAfter: fc.integer({ min: 1, max: 12 }),
});

type Thread = typeof thread extends fc.Arbitrary<infer Value> ? Value : never;

interface WrittenThread {
  readonly id: string;
  readonly counters: readonly { readonly total: Counter; readonly last: Counter }[];
  readonly file: GeneratedLines;
  /** Its `session_meta` records, its own first: a fork writes all of them again. */
  readonly metas: readonly object[];
}

/** Rollouts of Codex with forks, repetitions, restarts and compactions; lines of a file keep their order. */
export const codexLogs: fc.Arbitrary<GeneratedLogs<GeneratedLines>> = fc
  .array(thread, { minLength: 1, maxLength: 4 })
  .map((threads) => {
    const written: WrittenThread[] = [];
    const lost = new Set<string>();
    for (const [index, one] of threads.entries()) {
      const parent = one.fork === null || index === 0 ? null : (written[one.fork.parent % index] ?? null);
      written.push(writeThread(one, index, parent));
      if (parent !== null && !one.isParentKept) lost.add(parent.id);
    }
    const kept = written.filter(({ id }) => !lost.has(id));
    // A fork's past contains its parent's own requests, so each is in the set once.
    const requests = new Set(kept.flatMap(({ counters }) => counters.map(({ last }) => last)));
    return {
      files: kept.map(({ file }) => file),
      spent: [...requests].map(toSpent).reduce(addUsage, emptyUsage),
    };
  });

/** Rollouts of Codex, which also compresses what it puts aside. */
export const generator: LogGenerator = {
  logs: codexLogs,
  copyOf(path, number) {
    const folder = number === 0 ? 'archived_sessions' : `sessions/2026/06/0${number}`;
    return path.replace('sessions/2026/05/04', folder) + (number % 2 === 0 ? '.zst' : '');
  },
};

function writeThread(one: Thread, index: number, parent: WrittenThread | null): WrittenThread {
  const id = `019e0000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`;
  let atMs = startMs + index * 3_600_000;
  const lines: string[] = [];
  const write = (type: string, payload: object): void => {
    lines.push(JSON.stringify({ timestamp: new Date(atMs).toISOString(), type, payload }));
  };
  const writeCounter = (total: Counter, last: Counter, usedPercent: number): void =>
    write('event_msg', {
      type: 'token_count',
      info: { total_token_usage: toUsage(total), last_token_usage: toUsage(last), model_context_window: 272_000 },
      rate_limits: {
        limit_id: 'codex',
        primary: { used_percent: usedPercent, window_minutes: 10_080, resets_at: startMs / 1000 + 400_000 },
        secondary: null,
        plan_type: 'plus',
      },
    });
  const meta = { id, cwd: `/home/ada/loom-${index}`, cli_version: '0.144.2', model_provider: 'openai' };
  const ownMeta = parent === null ? meta : { ...meta, forked_from_id: parent.id };
  write('session_meta', ownMeta);

  const past =
    parent === null ? [] : parent.counters.slice(0, Math.ceil((one.fork?.share ?? 0) * parent.counters.length));
  if (parent !== null && past.length > 0) {
    for (const replayed of parent.metas) write('session_meta', replayed);
    write('turn_context', { cwd: meta.cwd, model: 'gpt-5.5' });
    for (const { total, last } of past) writeCounter(total, last, 1);
  }
  const counters = [...past];
  let total = past.at(-1)?.total ?? zero;
  atMs += 60_000;
  for (const [step, spent] of one.requests.entries()) {
    if (spent.model !== null) write('turn_context', { cwd: meta.cwd, model: spent.model });
    const last = toCounter(spent, index * 100 + step);
    total = add(total, last);
    counters.push({ total, last });
    for (let repeat = 0; repeat < spent.writes; repeat++) {
      atMs += 5000;
      writeCounter(total, last, spent.usedPercent);
    }
    if (spent.after === 'compaction') writeCounter(total, zero, spent.usedPercent);
    if (spent.after === 'resume') write('session_meta', ownMeta);
    if (spent.after === 'zero') writeCounter(zero, zero, spent.usedPercent);
    if (step + 1 === one.restartsAfter) total = zero;
    atMs += 60_000;
  }
  const path = `.codex/sessions/2026/05/04/rollout-2026-05-04T0${index}-00-00-${id}.jsonl`;
  const metas = [ownMeta, ...(past.length > 0 ? (parent?.metas ?? []) : [])];
  return { id, counters, file: { path, lines }, metas };
}

function toSpent({ input, cached, output, reasoning }: Counter): TokenUsage {
  return {
    ...emptyUsage,
    inputTokens: input - cached,
    cacheReadTokens: cached,
    outputTokens: output,
    reasoningTokens: reasoning,
  };
}

/** No two requests are alike, as in reality: an equal counter after a restart could not be distinguished from a repetition. */
function toCounter({ input: base, cachedShare, output, reasoningShare }: Request, number: number): Counter {
  const input = base * 1000 + number;
  return {
    input,
    cached: Math.floor(input * cachedShare),
    output,
    reasoning: Math.floor(output * reasoningShare),
  };
}

function add(left: Counter, right: Counter): Counter {
  return {
    input: left.input + right.input,
    cached: left.cached + right.cached,
    output: left.output + right.output,
    reasoning: left.reasoning + right.reasoning,
  };
}

function toUsage({ input, cached, output, reasoning }: Counter): object {
  return {
    input_tokens: input,
    cached_input_tokens: cached,
    output_tokens: output,
    reasoning_output_tokens: reasoning,
    total_tokens: input + output,
  };
}
