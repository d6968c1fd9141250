import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedLines, GeneratedLogs, LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);
const projects = '.claude/projects/-home-ada-loom';

/** Rows of one response: how its output grew, and where the rows were copied to. */
const response = fc.record({
  session: fc.integer({ min: 0, max: 2 }),
  /** Gateways give no request id, and some reuse message ids. */
  ids: fc.constantFrom('own' as const, 'gateway' as const, 'reused' as const, 'none' as const),
  atSecond: fc.integer({ min: 0, max: 86_400 * 2 }),
  isSubagent: fc.boolean(),
  input: fc.integer({ min: 0, max: 3 }),
  cacheRead: fc.constantFrom(0, 1200, 199_999, 280_000),
  cacheWrite: fc.constantFrom([0, 0] as const, [400, 0] as const, [0, 300] as const, [100, 50] as const),
  outputs: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 4 }),
  isFinished: fc.boolean(),
  isFast: fc.boolean(),
  /** `resume`: another session's file; `compaction`: a subagent's; `question`: there under another request id. */
  copies: fc.subarray(['resume', 'fork', 'compaction', 'question'] as const),
});

type Response = typeof response extends fc.Arbitrary<infer Value> ? Value : never;

/** Logs with all that makes counting hard. */
const logs: fc.Arbitrary<GeneratedLogs<GeneratedLines>> = fc
  .array(response, { minLength: 1, maxLength: 8 })
  .map((responses) => {
    const files = new Map<string, string[]>();
    const add = (path: string, row: object): void => {
      files.set(path, [...(files.get(path) ?? []), JSON.stringify(row)]);
    };
    for (const [index, one] of responses.entries()) addResponse(add, one, index);
    add(`${projects}/session-0.jsonl`, { type: 'user', message: { role: 'user', content: 'Weave "usage": ä😀' } });
    return {
      files: [...files].map(([path, lines]) => ({ path, lines })),
      spent: responses.map(toSpent).reduce(addUsage, emptyUsage),
    };
  });

/** The lines of each file in any order, some of them twice. */
const shuffledLogs = logs.chain(({ files, spent }) =>
  fc
    .tuple(
      ...files.map(({ lines }) =>
        fc
          .subarray([...lines])
          .chain((again) => fc.shuffledSubarray([...lines, ...again], { minLength: lines.length + again.length })),
      ),
    )
    .map((shuffled) => ({
      files,
      spent,
      asRead: files.map(({ path }, index) => ({ path, lines: shuffled[index] ?? [] })),
    })),
);

/** Transcripts of Claude Code; a project's folder is copied as a whole. */
export const generator: LogGenerator = {
  logs: shuffledLogs,
  copyOf: (path, number) => path.replace('-home-ada-loom', `-home-ada-copy-${number}`),
};

function addResponse(add: (path: string, row: object) => void, one: Response, index: number): void {
  const session = `session-${one.session}`;
  const ownFile = one.isSubagent ? `${projects}/${session}/subagents/agent-a.jsonl` : `${projects}/${session}.jsonl`;
  const next = (one.session + 1) % 3;
  for (const [step] of one.outputs.entries()) {
    const row = toRow(one, index, step);
    add(ownFile, row);
    if (one.copies.includes('resume'))
      add(`${projects}/session-${next}.jsonl`, { ...row, sessionId: `session-${next}` });
    if (one.copies.includes('fork')) {
      add(`${projects}/forked.jsonl`, { ...row, sessionId: 'forked', forkedFrom: { sessionId: session } });
    }
    const inSubagent = { ...row, isSidechain: true };
    if (one.copies.includes('compaction')) {
      add(`${projects}/${session}/subagents/agent-acompact-1.jsonl`, inSubagent);
    }
    if (one.copies.includes('question') && one.ids === 'own') {
      add(`${projects}/${session}/subagents/agent-aside_question-1.jsonl`, {
        ...inSubagent,
        requestId: `req_side_${index}`,
        timestamp: toTime(one.atSecond + 600 + step),
      });
    }
  }
}

/** Each row without an id is a response; all others are one response, with the values of its last row. */
function toSpent(one: Response): TokenUsage {
  if (one.ids === 'reused') return emptyUsage;
  const steps = one.ids === 'none' ? [...one.outputs.keys()] : [one.outputs.length - 1];
  const [cacheCreation5mTokens, cacheCreation1hTokens] = one.cacheWrite;
  return steps
    .map((step) => ({
      inputTokens: one.input,
      cacheCreation5mTokens,
      cacheCreation1hTokens,
      cacheReadTokens: one.cacheRead,
      outputTokens: toOutput(one, step),
      reasoningTokens: 0,
    }))
    .reduce(addUsage, emptyUsage);
}

function toOutput({ outputs }: Response, step: number): number {
  return outputs.slice(0, step + 1).reduce((sum, grown) => sum + grown, 0);
}

function toRow(one: Response, index: number, step: number): object {
  const isLast = step === one.outputs.length - 1;
  const messageId = { own: `msg_${index}`, gateway: `gw_${index}`, reused: 'gw', none: undefined }[one.ids];
  const [write5m, write1h] = one.cacheWrite;
  return {
    type: 'assistant',
    uuid: `uuid-${index}-${step}`,
    ...(one.ids === 'own' ? { requestId: `req_${index}` } : {}),
    timestamp: toTime(one.atSecond + step),
    sessionId: `session-${one.session}`,
    cwd: `/home/ada/loom-${one.session}`,
    gitBranch: 'main',
    version: '2.1.222',
    isSidechain: one.isSubagent,
    message: {
      id: messageId,
      model: one.ids === 'reused' ? 'ambiguous' : `claude-opus-${index % 2}`,
      role: 'assistant',
      content: [{ type: 'text', text: 'Gewebt: ä😀\u2028' }],
      stop_reason: isLast && one.isFinished ? 'end_turn' : null,
      usage: {
        input_tokens: one.input,
        output_tokens: toOutput(one, step),
        cache_read_input_tokens: one.cacheRead,
        cache_creation_input_tokens: write5m + write1h,
        cache_creation: { ephemeral_5m_input_tokens: write5m, ephemeral_1h_input_tokens: write1h },
        speed: one.isFast ? 'fast' : 'standard',
      },
    },
  };
}

function toTime(second: number): string {
  return new Date(startMs + second * 1000).toISOString();
}
