import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedFile, GeneratedLogs, LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);
const chats = '.gemini/tmp/loom/chats';
const toId = (kind: string, index: number): string =>
  `${kind}0000-0000-4000-8000-${String(index).padStart(12, '0')}`.padStart(36, '0');

const response = fc.record({
  input: fc.integer({ min: 1, max: 5000 }),
  cachedShare: fc.constantFrom(0, 0.5, 1),
  output: fc.integer({ min: 1, max: 900 }),
  thoughts: fc.constantFrom(0, 33),
  tool: fc.constantFrom(0, 45),
  /** Written again when its tools have run, or with its tokens only then. */
  again: fc.constantFrom('no' as const, 'equal' as const, 'tokens-late' as const),
  model: fc.constantFrom('gemini-3-pro-preview', 'gemini-3-flash-preview'),
});

const chat = fc.record({
  responses: fc.array(response, { minLength: 1, maxLength: 5 }),
  /** `both`: begun in the old format and continued in the new one. */
  format: fc.constantFrom('lines' as const, 'document' as const, 'both' as const),
  isSubagent: fc.boolean(),
  hasResume: fc.boolean(),
  /** A document is rewritten with so many of its messages before it has all of them: it may lose some for a while. */
  rewrites: fc.array(fc.nat({ max: 5 }), { maxLength: 4 }),
  /** The last rewriting needs less room than those before it. */
  isCompact: fc.boolean(),
});

type Response = typeof response extends fc.Arbitrary<infer Value> ? Value : never;
type Chat = typeof chat extends fc.Arbitrary<infer Value> ? Value : never;

/** Chats in both formats. Lines of a file must stand in their order: its head comes first. */
const logs: fc.Arbitrary<GeneratedLogs> = fc.array(chat, { minLength: 1, maxLength: 3 }).map((generated) => ({
  files: generated.flatMap(toFiles),
  spent: generated.flatMap(({ responses }) => responses.map(toSpent)).reduce(addUsage, emptyUsage),
}));

/** Chats of Gemini CLI; a project's folder is copied as a whole. */
export const generator: LogGenerator = {
  logs,
  copyOf: (path, number) => path.replace('tmp/loom', `tmp/copy-${number}`),
};

function toFiles(one: Chat, index: number): readonly GeneratedFile[] {
  const session = toId('5e55', index);
  const folder = one.isSubagent ? `${chats}/${toId('9a9e', 0)}` : chats;
  const path = `${folder}/${one.isSubagent ? session : `session-2026-05-04T09-00-${index}`}`;
  const kind = one.isSubagent ? 'subagent' : 'main';
  const head = { sessionId: session, projectHash: 'ab'.repeat(32), startTime: toTime(index, 0), kind };
  const messages = one.responses.map((each, place) => toMessage(each, index, place));
  const inOldFormat = one.format === 'both' ? messages.slice(0, 2) : messages;
  const toDocument = (count: number, indent = 2): string =>
    JSON.stringify({ ...head, messages: inOldFormat.slice(0, count) }, null, indent);
  const last = toDocument(inOldFormat.length, one.isCompact ? 0 : 2);
  const versions = [...one.rewrites.map((count) => toDocument(count)), last];
  const files: GeneratedFile[] = [];
  if (one.format !== 'lines') files.push({ path: `${path}.json`, versions });
  if (one.format !== 'document') files.push({ path: `${path}.jsonl`, lines: toLines(one, index, head, messages) });
  return files;
}

function toLines(one: Chat, index: number, head: object, messages: readonly object[]): readonly string[] {
  const records: object[] = [
    head,
    { id: toId('0537', index), type: 'user', content: [{ text: 'Weave "tokens": ä😀' }] },
  ];
  for (const [place, message] of messages.entries()) {
    const { again } = one.responses[place]!;
    if (again !== 'no') records.push(again === 'equal' ? message : { ...message, tokens: null });
    records.push({ $set: { lastUpdated: toTime(index, place) } }, message);
  }
  const bare = messages.map((message) => ({ ...message, timestamp: toTime(index, 500), tokens: undefined }));
  if (one.hasResume) records.splice(4, 0, head, { $set: { messages: bare } });
  return records.map((record) => JSON.stringify(record));
}

function toMessage(one: Response, chatIndex: number, place: number): object {
  const { input, output, thoughts, tool } = one;
  const tokens = { input, output, cached: toCached(one), thoughts, tool, total: input + output + thoughts + tool };
  return {
    id: toId('1d1d', chatIndex * 100 + place),
    timestamp: toTime(chatIndex, place),
    type: 'gemini',
    content: 'Woven.',
    thoughts: [],
    model: one.model,
    tokens,
  };
}

function toSpent(one: Response): TokenUsage {
  return {
    ...emptyUsage,
    inputTokens: one.input - toCached(one) + one.tool,
    cacheReadTokens: toCached(one),
    outputTokens: one.output + one.thoughts,
    reasoningTokens: one.thoughts,
  };
}

function toCached({ input, cachedShare }: Response): number {
  return Math.floor(input * cachedShare);
}

function toTime(chatIndex: number, place: number): string {
  return new Date(startMs + chatIndex * 3_600_000 + place * 1000).toISOString();
}
