import fc from 'fast-check';
import { addUsage, emptyUsage } from '../../../shared/domain/token-usage.ts';
import type { LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);
const folder = '.letta/lc-local-backend/conversations';

const request = fc.record({
  input: fc.integer({ min: 1, max: 5000 }),
  output: fc.integer({ min: 1, max: 900 }),
  cacheRead: fc.constantFrom(0, 900),
  cacheWrite: fc.constantFrom(0, 70),
});

type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

/** Conversations of the local backend; a copy has another name. */
export const generator: LogGenerator = {
  logs: fc.array(fc.array(request, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 }).map((all) => ({
    files: all.map((requests, index) => ({
      path: `${folder}/conversation-${index}/messages.jsonl`,
      lines: requests.flatMap((one, place) => toLines(one, index, place)),
    })),
    spent: all
      .flat()
      .map((one) => ({
        ...emptyUsage,
        inputTokens: one.input,
        cacheCreation5mTokens: one.cacheWrite,
        cacheReadTokens: one.cacheRead,
        outputTokens: one.output,
      }))
      .reduce(addUsage, emptyUsage),
  })),
  copyOf: (path, number) => path.replace('conversation-', `copy-${number}-`),
};

function toLines(usage: Request, index: number, place: number): readonly string[] {
  const metadata = { created_at: '2026-01-01T00:00:01.000Z', conversation_id: `local-conv-${index}` };
  const responseId = `resp-${index}-${place}`;
  const timestamp = startMs + index * 3_600_000 + place * 1000;
  const answer = { role: 'assistant', provider: 'openai', model: 'gpt-5.2', responseId, usage, timestamp };
  return [
    JSON.stringify({ id: `ui-msg-${place * 2}`, role: 'user', content: 'Webe: ä😀 "usage"', metadata, timestamp: 1 }),
    JSON.stringify({ id: `ui-msg-${place * 2 + 1}`, ...answer, metadata: { ...metadata, provider: { usage } } }),
  ];
}
