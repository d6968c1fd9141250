import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedFile, LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);
const folder = '.local/share/amp/threads';

const request = fc.record({
  fresh: fc.integer({ min: 1, max: 5000 }),
  written: fc.constantFrom(0, 70),
  cached: fc.constantFrom(0, 9000),
  output: fc.integer({ min: 1, max: 900 }),
  model: fc.constantFrom('claude-sonnet-4-5-20250929', 'gpt-5'),
  /** Where it stands; `ledger`: it produced no message. The first half of `both` is written before the other. */
  place: fc.constantFrom('both', 'both', 'ledger'),
  isEntryFirst: fc.boolean(),
});

const thread = fc.array(request, { minLength: 1, maxLength: 5 });

type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

/** Amp's threads; a copy has another name. */
export const generator: LogGenerator = {
  logs: fc.array(thread, { minLength: 1, maxLength: 3 }).map((threads) => ({
    files: threads.map(toFile),
    spent: threads.flat().map(toSpent).reduce(addUsage, emptyUsage),
  })),
  copyOf: (path, number) => path.replace('T-', `T-copy${number}-`),
};

function toFile(requests: readonly Request[], index: number): GeneratedFile {
  const id = `T-0000000${index}`;
  const versions = requests.flatMap((_, count) => [
    toVersion(id, requests.slice(0, count + 1), true),
    toVersion(id, requests.slice(0, count + 1), false),
  ]);
  return { path: `${folder}/${id}.json`, versions };
}

/** A thread of which the last request may still lack one of its halves. */
function toVersion(id: string, requests: readonly Request[], isHalf: boolean): string {
  const isMissing = (place: number, half: 'entry' | 'message'): boolean =>
    isHalf && place === requests.length - 1 && (requests[place]!.isEntryFirst ? half === 'message' : half === 'entry');
  const messages = requests.flatMap((one, place) => {
    if (one.place === 'ledger') return [];
    const message = { role: 'assistant', messageId: place, content: [{ type: 'text', text: 'ä😀' }] };
    return [isMissing(place, 'message') ? message : { ...message, usage: toUsage(one) }];
  });
  const events = requests.flatMap((one, place) => (isMissing(place, 'entry') ? [] : [toEntry(one, place, id)]));
  return JSON.stringify({ id, created: startMs, messages, usageLedger: { events } }, null, 2);
}

function toUsage({ fresh, written, cached, output, model }: Request): object {
  const isOpenAi = model.startsWith('gpt');
  return {
    model,
    inputTokens: isOpenAi ? 0 : fresh,
    outputTokens: output,
    cacheCreationInputTokens: isOpenAi ? fresh + written : written,
    cacheReadInputTokens: cached,
    credits: 0.5,
  };
}

function toEntry(one: Request, place: number, thread: string): object {
  const isMessage = one.place === 'both';
  return {
    id: `${thread}-entry-${place}`,
    timestamp: new Date(startMs + place * 1000).toISOString(),
    model: one.model,
    credits: 0.5,
    tokens: { input: isMessage && one.model.startsWith('gpt') ? 0 : one.fresh, output: one.output },
    operationType: isMessage ? 'inference' : 'title-generation',
    ...(isMessage && { fromMessageId: place - 1, toMessageId: place }),
  };
}

function toSpent({ fresh, written, cached, output, model, place }: Request): TokenUsage {
  const usage = { ...emptyUsage, inputTokens: fresh, outputTokens: output };
  if (place === 'ledger') return usage;
  return model.startsWith('gpt')
    ? { ...usage, inputTokens: fresh + written, cacheReadTokens: cached }
    : { ...usage, cacheCreation5mTokens: written, cacheReadTokens: cached };
}
