import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedLogs, LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);

const response = fc.record({
  input: fc.integer({ min: 1, max: 5000 }),
  cachedShare: fc.constantFrom(0, 0.5, 1),
  output: fc.integer({ min: 40, max: 900 }),
  thoughts: fc.constantFrom(0, 33),
  /** Thoughts beside the output, as Google's API counts them. */
  isApart: fc.boolean(),
  by: fc.constantFrom('main' as const, 'main' as const, 'subagent' as const),
});

const chat = fc.record({
  responses: fc.array(response, { minLength: 1, maxLength: 6 }),
  /** So many of its first responses are from before there was telemetry. */
  withoutTelemetry: fc.constantFrom(0, 0, 2, 9),
});

type Response = typeof response extends fc.Arbitrary<infer Value> ? Value : never;
type Chat = typeof chat extends fc.Arbitrary<infer Value> ? Value : never;

/** Chats with telemetry, without, and with both one after the other. */
const logs: fc.Arbitrary<GeneratedLogs> = fc.array(chat, { minLength: 1, maxLength: 3 }).map((chats) => ({
  files: chats.map((one, index) => ({
    path: `.qwen/projects/-home-ada-loom/chats/${index}.jsonl`,
    lines: one.responses
      .flatMap((each, place) => toRecords(one, each, index, place))
      .map((record) => JSON.stringify(record)),
  })),
  spent: chats
    .flatMap((one) => one.responses.filter((each, place) => isLogged(one, each, place)).map(toSpent))
    .reduce(addUsage, emptyUsage),
}));

/** Chats of Qwen Code; a project's folder is copied as a whole. */
export const generator: LogGenerator = {
  logs,
  copyOf: (path, number) => path.replace('-home-ada-loom', `-copy-${number}`),
};

/** A subagent's response is only in the telemetry. */
function isLogged({ withoutTelemetry }: Chat, { by }: Response, place: number): boolean {
  return by === 'main' || place >= withoutTelemetry;
}

function toRecords(one: Chat, each: Response, chatIndex: number, place: number): readonly object[] {
  const timestamp = new Date(startMs + chatIndex * 3_600_000 + place * 60_000).toISOString();
  const head = { sessionId: `s${chatIndex}`, timestamp, cwd: '/home/ada/loom', version: '0.24.4' };
  const total = each.input + each.output + (isApart(each) ? each.thoughts : 0);
  const event = {
    'event.name': 'qwen-code.api_response',
    'event.timestamp': timestamp,
    response_id: `r${chatIndex}-${place}`,
    prompt_id: each.by === 'main' ? `s${chatIndex}########${place}` : `s${chatIndex}#weaver-1#${place}`,
    model: 'qwen3-coder-plus',
    input_token_count: each.input,
    output_token_count: each.output,
    cached_content_token_count: toCached(each),
    thoughts_token_count: each.thoughts,
    total_token_count: total,
  };
  const usageMetadata = {
    promptTokenCount: each.input,
    candidatesTokenCount: each.output,
    cachedContentTokenCount: toCached(each),
    thoughtsTokenCount: each.thoughts,
    totalTokenCount: total,
  };
  const telemetry = { ...head, type: 'system', subtype: 'ui_telemetry', systemPayload: { uiEvent: event } };
  const message = {
    ...head,
    uuid: `u${chatIndex}-${place}`,
    type: 'assistant',
    model: 'qwen3-coder-plus',
    usageMetadata,
  };
  return [...(place < one.withoutTelemetry ? [] : [telemetry]), ...(each.by === 'main' ? [message] : [])];
}

function toSpent(each: Response): TokenUsage {
  return {
    ...emptyUsage,
    inputTokens: each.input - toCached(each),
    cacheReadTokens: toCached(each),
    outputTokens: each.output + (isApart(each) ? each.thoughts : 0),
    reasoningTokens: each.thoughts,
  };
}

function isApart(each: Response): boolean {
  return each.isApart && each.thoughts > 0;
}

function toCached({ input, cachedShare }: Response): number {
  return Math.floor(input * cachedShare);
}
