import { secondMs } from '../../../shared/domain/instant.ts';
import type { WrittenAnswer } from './envelope.ts';
import type { ProblemDetails } from './problem-details.ts';

/** An answer as it is sent, or why there is none. */
export type ComputedAnswer = WrittenAnswer | { readonly problem: ProblemDetails };

/** Answers to queries, kept for as long as they hold. */
export interface AnswerCache {
  /** The answer under this key, computed if none is held; concurrent requests share one computation. */
  get(key: string, compute: () => Promise<ComputedAnswer>): Promise<ComputedAnswer>;
  /** The answer under this key if it is there and still holds; null otherwise. Computes nothing. */
  peek(key: string): WrittenAnswer | null;
  /** Something has changed: every cached answer is void. */
  clear(): void;
}

/**
 * Values that depend on the clock alone lag by at most this; those that depend on logs do not lag, thanks to the
 * revision.
 */
const maxAgeMs = secondMs;
/** Nobody needs more distinct queries than this: the cache starts over. */
const maxAnswers = 200;
/** Longer answers are not cached: one would displace many that are popular. In bytes. */
const maxAnswerLength = 2_000_000;

interface Held {
  readonly revision: number;
  readonly atMs: number;
  isComputing: boolean;
  /** Null while it is computed. */
  written: WrittenAnswer | null;
  readonly answer: Promise<ComputedAnswer>;
}

/**
 * Builds the cache. An answer holds while the snapshot has the same revision, for a second at most; one that is being
 * computed is shared for as long as that takes. Refusals are not kept.
 */
export function createAnswerCache(options: {
  readonly nowMs: () => number;
  readonly revision: () => number;
}): AnswerCache {
  const answers = new Map<string, Held>();
  const isFresh = ({ revision, atMs, isComputing }: Held): boolean =>
    revision === options.revision() && (isComputing || Math.abs(options.nowMs() - atMs) < maxAgeMs);

  const keep = (key: string, compute: () => Promise<ComputedAnswer>): Promise<ComputedAnswer> => {
    if (answers.size >= maxAnswers) answers.clear();
    const answer = compute();
    const held: Held = {
      revision: options.revision(),
      atMs: options.nowMs(),
      isComputing: true,
      written: null,
      answer,
    };
    answers.set(key, held);
    const drop = (): void => {
      if (answers.get(key) === held) answers.delete(key);
    };
    answer.then((computed) => {
      held.isComputing = false;
      if ('problem' in computed || computed.body.length > maxAnswerLength) drop();
      else held.written = computed;
    }, drop);
    return answer;
  };
  return {
    get(key, compute) {
      const held = answers.get(key);
      return held !== undefined && isFresh(held) ? held.answer : keep(key, compute);
    },
    peek(key) {
      const held = answers.get(key);
      return held !== undefined && isFresh(held) ? held.written : null;
    },
    clear: () => answers.clear(),
  };
}
