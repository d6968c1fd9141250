import { parseEpochSeconds } from '../../domain/instant.ts';
import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import { toId } from '../lib/names.ts';
import { toModelId } from '../lib/model-name.ts';
import { findBytes, findNumber, findText } from '../lib/protobuf.ts';
import { toCount } from '../lib/token-count.ts';

/** What a row says about one call to a model; null where it says nothing. Field numbers and evidence: README.md. */
export interface Call {
  /** The usage, `empty` when there are no tokens, or why it cannot be counted. */
  readonly usage: TokenUsage | 'empty-usage' | 'bad-usage';
  readonly responseId: string | null;
  /** The number under which this build knows the model. */
  readonly modelNumber: number | null;
  readonly model: string | null;
  readonly atMs: number | null;
}

/** The call in a row of `gen_metadata`; null when no usage is there (failed, or still running). */
export function parseGeneration(message: Uint8Array): Call | null {
  const chat = findBytes(message, [1]);
  const usage = chat === null ? null : findBytes(chat, [4]);
  if (chat === null || usage === null || usage.length === 0) return null;
  const model = toModelId(findText(chat, [21])) ?? toModelId(findText(chat, [19]));
  return { ...parseUsage(usage), model, atMs: parseTime(findBytes(chat, [9, 4])) };
}

/** The call in a step's metadata; null when it made none. Steps do not name the model. */
export function parseStep(message: Uint8Array): Call | null {
  const usage = findBytes(message, [9]);
  if (usage === null || usage.length === 0) return null;
  return { ...parseUsage(usage), model: null, atMs: parseTime(findBytes(message, [1])) };
}

function parseUsage(message: Uint8Array): Pick<Call, 'usage' | 'responseId' | 'modelNumber'> {
  return {
    usage: toUsage(message),
    responseId: toId(findText(message, [11])),
    modelNumber: findNumber(message, 1),
  };
}

/** Input excludes the cache, and output includes thinking. Cache writes are not recorded. */
function toUsage(message: Uint8Array): Call['usage'] {
  const [input, output, cacheRead, thinking, response] = [2, 3, 5, 9, 10].map((field) =>
    toCount(findNumber(message, field)),
  ) as readonly (number | null)[];
  if (input == null || output == null || cacheRead == null || thinking == null || response == null) return 'bad-usage';
  const outputTokens = Math.max(output, thinking + response);
  if (input + cacheRead + outputTokens === 0) return 'empty-usage';
  return {
    ...emptyUsage,
    inputTokens: input,
    cacheReadTokens: cacheRead,
    outputTokens,
    reasoningTokens: thinking,
  };
}

/** Seconds and nanoseconds. */
function parseTime(message: Uint8Array | null): number | null {
  const seconds = message === null ? null : findNumber(message, 1);
  if (message === null || seconds === null) return null;
  return parseEpochSeconds(seconds + Math.floor((findNumber(message, 2) ?? 0) / 1e6) / 1e3);
}
