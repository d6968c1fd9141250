import type { TokenUsage } from '../../domain/token-usage.ts';
import type { CodexCounter, CodexCounts } from './record.ts';

/** The current value of a cumulative counter, and the vector it began with. */
export interface CounterRun {
  readonly origin: CodexCounter;
  readonly head: CodexCounter;
}

/**
 * The counters seen in one rollout, the latest one last. There is only one, unless the counter restarted (a resume of
 * 0.58 to 0.77) or several threads write to one file.
 */
export type CounterRuns = readonly CounterRun[];

/** Requests whose lines are lost: the counter's value after them, and how far it had advanced. */
export interface LostRequests {
  readonly counter: CodexCounter;
  readonly delta: CodexCounter;
}

/** What an observed counter adds, in Codex's own terms: its request, and separately what was lost before it. */
export type CounterStep =
  | {
      readonly kind: 'counted';
      readonly delta: CodexCounter;
      readonly lost: LostRequests | null;
      readonly runs: CounterRuns;
    }
  | { readonly kind: 'repeated' | 'stale' | 'empty' };

const parts = ['input', 'cached', 'cacheWrite', 'output', 'reasoning'] as const;
const zero: CodexCounter = { input: 0, cached: 0, cacheWrite: 0, output: 0, reasoning: 0, total: 0 };
const maxRuns = 8;

/**
 * Determines what a counter adds to those seen before in the file. `isInherited`: the thread was forked, or nothing
 * shows that it was not, so a first counter that is ahead of its last request may include its parent's usage. Rules and
 * evidence: README.md.
 */
export function stepCounter(runs: CounterRuns, { total, last }: CodexCounts, isInherited: boolean): CounterStep {
  if (isZero(total)) return { kind: 'empty' };
  if (runs.some(({ head }) => isEqual(head, total))) return { kind: 'repeated' };
  if (runs.length === 0) {
    const counted = isInherited ? { delta: smaller(last ?? zero, total), lost: null } : split(total, total, last);
    return { kind: 'counted', ...counted, runs: begin(runs, total) };
  }
  if (!hasJustBegun(runs, total, last)) {
    const grown = continuedRun(runs, total, last);
    if (grown !== null) {
      const grownRuns = [...without(runs, grown), { origin: grown.origin, head: total }];
      return { kind: 'counted', ...split(total, subtract(total, grown.head), last), runs: grownRuns };
    }
    if (isStale(runs, total, last)) return { kind: 'stale' };
  }
  const delta = last === null || isZero(last) ? total : smaller(last, total);
  return { kind: 'counted', ...split(total, delta, last), runs: begin(runs, total) };
}

/** Disjoint token classes of a counter: fresh input only, reasoning within output. */
export function toTokenUsage(counter: CodexCounter): TokenUsage {
  const cacheReadTokens = Math.min(counter.cached, counter.input);
  const cacheCreation5mTokens = Math.min(counter.cacheWrite, counter.input - cacheReadTokens);
  return {
    inputTokens: counter.input - cacheReadTokens - cacheCreation5mTokens,
    cacheCreation5mTokens,
    cacheCreation1hTokens: 0,
    cacheReadTokens,
    outputTokens: counter.output,
    reasoningTokens: Math.min(counter.reasoning, counter.output),
  };
}

/** The counter as text: identifies the same state of a thread, or of its forks, wherever it occurs. */
export function toVector({ input, cached, output, reasoning, total }: CodexCounter): string {
  return [input, cached, output, reasoning, total].join('.');
}

/** Whether the counter contains nothing that is billed. */
export function isZero(counter: CodexCounter): boolean {
  return isEqual(counter, zero);
}

/**
 * The run that the counter continues: of those that are behind it by at least the last request, the nearest. One that is
 * behind by exactly the last request is always the nearest.
 */
function continuedRun(runs: CounterRuns, total: CodexCounter, last: CodexCounter | null): CounterRun | null {
  const behind = runs.filter(({ head }) => isWithin(head, total) && isWithin(last ?? zero, subtract(total, head)));
  return behind.reduce<CounterRun | null>(
    (nearest, run) => (nearest === null || sumParts(run.head) > sumParts(nearest.head) ? run : nearest),
    null,
  );
}

/**
 * A counter that equals its last request counts nothing else, so it restarted, whether it is below the others or has
 * overtaken them at once; unless it is the very counter that a run began with, repeated.
 */
function hasJustBegun(runs: CounterRuns, total: CodexCounter, last: CodexCounter | null): boolean {
  return last !== null && isEqual(last, total) && !runs.some(({ origin }) => isEqual(origin, total));
}

/** An older state of the same counter, written late: behind the head in every part and not far. */
function isStale(runs: CounterRuns, total: CodexCounter, last: CodexCounter | null): boolean {
  const lastSum = last === null ? 0 : sum(last);
  return runs.some(
    ({ head }) =>
      isWithin(total, head) && (sum(total) * 100 >= sum(head) * 98 || sum(total) + 2 * lastSum >= sum(head)),
  );
}

/** Splits a step: the last request (none, if the counter only repeats one), and what was lost before it. */
function split(
  total: CodexCounter,
  delta: CodexCounter,
  last: CodexCounter | null,
): { readonly delta: CodexCounter; readonly lost: LostRequests | null } {
  if (last === null || !isWithin(last, delta) || sum(last) === sum(delta)) return { delta, lost: null };
  return { delta: last, lost: { counter: subtract(total, last), delta: subtract(delta, last) } };
}

function begin(runs: CounterRuns, total: CodexCounter): CounterRuns {
  return [...runs, { origin: total, head: total }].slice(-maxRuns);
}

function without(runs: CounterRuns, run: CounterRun): CounterRuns {
  return runs.filter((other) => other !== run);
}

function isEqual(left: CodexCounter, right: CodexCounter): boolean {
  return parts.every((part) => left[part] === right[part]);
}

/** No part of `inner` is above that of `outer`. */
function isWithin(inner: CodexCounter, outer: CodexCounter): boolean {
  return parts.every((part) => inner[part] <= outer[part]);
}

function subtract(left: CodexCounter, right: CodexCounter): CodexCounter {
  return combine(left, right, (a, b) => a - b);
}

function smaller(left: CodexCounter, right: CodexCounter): CodexCounter {
  return combine(left, right, Math.min);
}

function combine(left: CodexCounter, right: CodexCounter, by: (a: number, b: number) => number): CodexCounter {
  return {
    input: by(left.input, right.input),
    cached: by(left.cached, right.cached),
    cacheWrite: by(left.cacheWrite, right.cacheWrite),
    output: by(left.output, right.output),
    reasoning: by(left.reasoning, right.reasoning),
    total: by(left.total, right.total),
  };
}

function sumParts(counter: CodexCounter): number {
  return parts.reduce((total, part) => total + counter[part], 0);
}

/** Input and output include all other parts. */
function sum(counter: CodexCounter): number {
  return counter.input + counter.output;
}
