import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedLogs, LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);

const share = fc.record({
  input: fc.integer({ min: 400, max: 5000 }),
  output: fc.integer({ min: 40, max: 900 }),
  read: fc.constantFrom(0, 200),
  write: fc.constantFrom(0, 100),
  reasoning: fc.constantFrom(0, 33),
});

const turn = fc.record({
  main: share,
  other: fc.option(share, { nil: null }),
  /** Recorded once more, or first with less. */
  again: fc.constantFrom('no' as const, 'equal' as const, 'less-first' as const),
});

type Share = typeof share extends fc.Arbitrary<infer Value> ? Value : never;
type Turn = typeof turn extends fc.Arbitrary<infer Value> ? Value : never;

/** Sessions of Grok Build. */
const logs: fc.Arbitrary<GeneratedLogs> = fc
  .array(fc.array(turn, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 })
  .map((sessions) => ({
    files: sessions.map((turns, index) => ({
      path: `.grok/sessions/%2Fhome%2Fada%2Floom/s${index}/updates.jsonl`,
      lines: turns.flatMap((one, place) => toLines(one, index, place)),
    })),
    spent: sessions.flatMap((turns) => turns.flatMap(toSpent)).reduce(addUsage, emptyUsage),
  }));

/** A session's folder may be copied to another working folder. */
export const generator: LogGenerator = {
  logs,
  copyOf: (path, number) => path.replace('%2Floom', `%2Fcopy-${number}`),
};

function toLines(one: Turn, session: number, place: number): readonly string[] {
  const atMs = startMs + session * 3_600_000 + place * 60_000;
  const toLine = (main: Share, other: Share | null, time: number): string =>
    JSON.stringify({
      timestamp: Math.floor(time / 1000),
      params: {
        update: {
          sessionUpdate: 'turn_completed',
          prompt_id: `p${session}-${place}`,
          usage: {
            ...toUsage(main, other),
            modelUsage: { 'grok-4.5': toUsage(main, null), ...(other && { 'grok-build-0.1': toUsage(other, null) }) },
          },
        },
        _meta: { agentTimestampMs: time },
      },
    });
  const whole = toLine(one.main, one.other, atMs);
  if (one.again === 'no') return [whole];
  const less = { ...one.main, input: one.main.input - 1 };
  return one.again === 'equal' ? [whole, whole] : [toLine(less, one.other, atMs), whole];
}

function toUsage(main: Share, other: Share | null): object {
  return {
    inputTokens: main.input + (other?.input ?? 0),
    outputTokens: main.output + (other?.output ?? 0),
    cachedReadTokens: main.read + (other?.read ?? 0),
    cacheCreationTokens: main.write + (other?.write ?? 0),
    reasoningTokens: main.reasoning + (other?.reasoning ?? 0),
  };
}

function toSpent({ main, other }: Turn): readonly TokenUsage[] {
  return [main, ...(other === null ? [] : [other])].map((one) => ({
    ...emptyUsage,
    inputTokens: one.input - one.read - one.write,
    cacheCreation5mTokens: one.write,
    cacheReadTokens: one.read,
    outputTokens: one.output,
    reasoningTokens: one.reasoning,
  }));
}
