import { describe, expect, it } from 'vitest';
import { stepCounter, toTokenUsage, type CounterRuns } from '../../../../../shared/sources/codex/counters.ts';
import type { CodexCounter } from '../../../../../shared/sources/codex/record.ts';

const counter = (input: number, output = 0, reasoning = 0): CodexCounter => ({
  input,
  cached: 0,
  cacheWrite: 0,
  output,
  reasoning,
  total: input + output,
});

/** What each counter adds to the input, including what was lost before it, or why it adds nothing. */
function countAll(
  steps: readonly (readonly [total: CodexCounter, last: CodexCounter | null])[],
  isInherited = false,
): readonly (number | string)[] {
  let runs: CounterRuns = [];
  return steps.map(([total, last]) => {
    const step = stepCounter(runs, { total, last }, isInherited);
    if (step.kind !== 'counted') return step.kind;
    runs = step.runs;
    return step.delta.input + (step.lost?.delta.input ?? 0);
  });
}

describe('stepCounter', () => {
  it('makes up for lost lines by the increase of the counter', () => {
    expect(countAll([[counter(10), counter(10)], [counter(50), counter(7)]])).toEqual([10, 40]); // prettier-ignore
  });

  it('counts what was lost separately, under the counter of the lost line', () => {
    const [first, later] = [counter(10, 1), counter(50, 6, 2)];
    const begun = stepCounter([], { total: first, last: first }, false);
    expect(begun).toMatchObject({ kind: 'counted', delta: first, lost: null });
    const runs = begun.kind === 'counted' ? begun.runs : [];
    expect(stepCounter(runs, { total: later, last: counter(7, 2, 1) }, false)).toMatchObject({
      delta: counter(7, 2, 1),
      lost: { counter: counter(43, 4, 1), delta: counter(33, 3, 1) },
    });
    // A counter that only repeats what a lost line said.
    expect(stepCounter(runs, { total: later, last: counter(0) }, false)).toMatchObject({
      delta: counter(0),
      lost: { counter: later, delta: counter(40, 5, 2) },
    });
    // No request to subtract, or one that is not in the step: only the step is known.
    expect(stepCounter(runs, { total: later, last: null }, false)).toMatchObject({ lost: null });
    expect(stepCounter(runs, { total: later, last: counter(7, 9) }, false)).toMatchObject({ lost: null });
  });

  it('counts a first counter in full: the excess was lost, not inherited', () => {
    expect(countAll([[counter(50), counter(7)]])).toEqual([50]);
    expect(countAll([[counter(50), null]])).toEqual([50]);
  });

  it('counts only the fork’s own part of its first counter', () => {
    expect(countAll([[counter(50), counter(7)], [counter(58), counter(8)]], true)).toEqual([7, 8]); // prettier-ignore
    expect(countAll([[counter(50), counter(50)]], true)).toEqual([50]);
    expect(countAll([[counter(50), null], [counter(58), null]], true)).toEqual([0, 8]); // prettier-ignore
  });

  it('does not mistake a restarted counter that overtakes the old one for the old one', () => {
    const steps = [
      [counter(100), counter(100)],
      [counter(40), counter(40)],
      [counter(90), counter(50)],
      [counter(103), counter(13)],
    ] as const;
    expect(countAll(steps)).toEqual([100, 40, 50, 13]);
  });

  it('uses the smaller step where it is unclear which of two counters continued', () => {
    expect(
      countAll([
        [counter(100), counter(100)],
        [counter(30), counter(30)],
        [counter(120), counter(5)],
      ]),
    ).toEqual([100, 30, 20]);
  });

  it('does not continue from a counter that is smaller than the last request', () => {
    const [old, anew] = [counter(1000, 2), counter(2101, 2)];
    expect(countAll([[old, old], [anew, counter(1100, 1)]])).toEqual([1000, 1100]); // prettier-ignore
  });

  it('counts a restarted counter in full when it is immediately ahead of the old one', () => {
    const steps = [
      [counter(100, 5), counter(100, 5)],
      [counter(130, 9), counter(130, 9)],
      [counter(150, 9), counter(20)],
    ] as const;
    expect(countAll(steps)).toEqual([100, 130, 20]);
  });

  it('does not treat a counter as stale that is ahead in one part', () => {
    expect(
      countAll([
        [counter(100, 50, 20), counter(100, 50, 20)],
        [counter(99, 51, 20), counter(9, 1, 0)],
      ]),
    ).toEqual([100, 9]);
  });

  it('treats the first counter of a run as stale when it appears again', () => {
    expect(
      countAll([
        [counter(100), counter(100)],
        [counter(150), counter(50)],
        [counter(100), counter(100)],
        [counter(160), counter(10)],
      ]),
    ).toEqual([100, 50, 'stale', 10]);
  });

  it('never counts more of a restarted counter than it shows', () => {
    expect(countAll([[counter(1000), counter(1000)], [counter(5), counter(700)]])[1]).toBe('stale'); // prettier-ignore
    expect(countAll([[counter(1000), counter(1000)], [counter(5, 9), counter(70, 3)]])[1]).toBe(5); // prettier-ignore
  });

  it('keeps no more than a handful of counters', () => {
    let runs: CounterRuns = [];
    for (let input = 10_000; input > 0; input = Math.floor(input / 4)) {
      const step = stepCounter(runs, { total: counter(input), last: counter(input) }, false);
      if (step.kind === 'counted') runs = step.runs;
    }
    for (let index = 0; index < 50; index += 1) {
      const total = counter(10_000 - index * 100, index);
      const step = stepCounter(runs, { total, last: total }, false);
      if (step.kind === 'counted') runs = step.runs;
    }
    expect(runs.length).toBe(8);
  });

  it('finds no usage in a counter of zeros and starts no run', () => {
    expect(countAll([[counter(0), null], [counter(10), counter(10)]])).toEqual(['empty', 10]); // prettier-ignore
    expect(countAll([[counter(10), counter(10)], [counter(0), counter(0)]])).toEqual([10, 'empty']); // prettier-ignore
  });

  it('counts no more than the total of a fork’s first counter', () => {
    expect(countAll([[counter(50), counter(70)]], true)).toEqual([50]);
  });

  it('counts a restarted counter in full if it does not state its last request', () => {
    expect(countAll([[counter(1000), null], [counter(50), null]])).toEqual([1000, 50]); // prettier-ignore
    expect(countAll([[counter(1000), null], [counter(50), counter(0)]])).toEqual([1000, 50]); // prettier-ignore
  });

  it('continues the nearest of several counters, even if it was not written last', () => {
    expect(
      countAll([
        [counter(30), counter(30)],
        [counter(100), counter(100)],
        [counter(120), counter(5)],
      ]),
    ).toEqual([30, 100, 20]);
  });

  it('continues the counter that is behind by exactly the last request', () => {
    const cached = (input: number, part: number): CodexCounter => ({ ...counter(input), cached: part });
    const runs = [cached(100, 40), cached(100, 20)].map((head) => ({ origin: head, head }));
    const step = stepCounter(runs, { total: cached(110, 45), last: cached(10, 5) }, false);
    expect(step).toMatchObject({ delta: cached(10, 5), lost: null });
  });

  it('remembers the other counters while one continues', () => {
    const steps = [
      [counter(100), counter(100)],
      [counter(40), counter(40)],
      [counter(120), counter(20)],
      [counter(60), null],
    ] as const;
    expect(countAll(steps)).toEqual([100, 40, 20, 20]);
  });

  it('recognises the first counter of any run when it appears again', () => {
    const steps = [
      [counter(100), counter(100)],
      [counter(150), counter(50)],
      [counter(40), counter(40)],
      [counter(100), counter(100)],
    ] as const;
    expect(countAll(steps)).toEqual([100, 50, 40, 'stale']);
  });

  it.each([
    ['at 98 % of the newest', counter(980), null, 'stale'],
    ['below 98 % of the newest', counter(979), null, 979],
    ['behind the newest by two requests', counter(900), counter(50), 'stale'],
    ['behind the newest by more than two requests', counter(900), counter(49), 49],
    ['ahead of the newest in another class', { ...counter(990), cached: 1 }, null, 990],
  ])('decides whether a counter %s is stale or restarted', (_what, total, last, expected) => {
    expect(countAll([[counter(1000), null], [total, last]])[1]).toBe(expected); // prettier-ignore
  });

  it('compares input and output together', () => {
    expect(countAll([[counter(900, 100), null], [counter(880, 100), null]])[1]).toBe('stale'); // prettier-ignore
  });

  it('recognises an older state of any run', () => {
    const steps = [
      [counter(1000, 10), null],
      [counter(40, 50), counter(40, 50)],
      [counter(990, 10), null],
    ] as const;
    expect(countAll(steps)).toEqual([1000, 40, 'stale']);
  });
});

describe('the usage of a counter', () => {
  it('has disjoint classes that do not exceed its totals', () => {
    const usage = toTokenUsage({ input: 100, cached: 60, cacheWrite: 70, output: 10, reasoning: 30, total: 110 });
    expect(usage).toEqual({
      ...{ inputTokens: 0, cacheReadTokens: 60, cacheCreation5mTokens: 40, cacheCreation1hTokens: 0 },
      ...{ outputTokens: 10, reasoningTokens: 10 },
    });
    expect(toTokenUsage({ ...counter(100), cached: 160, cacheWrite: 5 })).toMatchObject({
      ...{ inputTokens: 0, cacheReadTokens: 100, cacheCreation5mTokens: 0 },
    });
  });
});
