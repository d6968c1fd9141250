import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import {
  allowanceMs,
  findAllowanceChange,
  listAllowanceSpans,
  type AllowancePair,
} from '../../../../shared/limits/allowance.ts';
import { makeUpAllowances, type AllowanceHabit } from '../../../support/made-up-allowances.ts';
import { makeReading } from '../../../support/make-reading.ts';

const people = 20;
const changeAtDay = 42;

/** What a rule would first have said that is asked whenever a week is over: only then can its answer change. */
function watch(pairs: readonly AllowancePair[]) {
  for (const [index, { toMs }] of pairs.entries()) {
    if (index > 0 && toWeek(pairs[index - 1]!.toMs) === toWeek(toMs)) continue;
    const seen = pairs.slice(0, index + 1).filter(({ fromMs }) => fromMs > toMs - allowanceMs);
    const found = findAllowanceChange(seen);
    if (found !== null) return { ...found, atMs: toMs };
  }
  return null;
}

function toWeek(atMs: number): number {
  return Math.floor(atMs / (7 * dayMs));
}

/** How many people are told within three weeks of the change, and nobody before it. */
function count(habit: AllowanceHabit, changeTo: number): number {
  const lives = Array.from({ length: people }, (_, person) =>
    makeUpAllowances(habit, `change ${person}`, { days: 70, changeAtDay, changeTo }),
  );
  const found = lives.map(watch).filter((each) => each !== null);
  return found.filter(({ atMs }) => atMs > changeAtDay * dayMs && atMs < (changeAtDay + 22) * dayMs).length;
}

describe('findAllowanceChange', () => {
  it.each(['even', 'ragged', 'elsewhere'] as const)(
    'in a year without a change says nothing to anybody: %s',
    (habit) => {
      const wrong = Array.from({ length: people }, (_, person) => watch(makeUpAllowances(habit, `same ${person}`)));
      expect(wrong.filter((found) => found !== null)).toEqual([]);
    },
  );

  it('seldom takes whole weeks of use elsewhere for a change: to a quarter of people once a year, at the most', () => {
    const wrong = Array.from({ length: people }, (_, person) => watch(makeUpAllowances('spells', `same ${person}`)));
    expect(wrong.filter((found) => found !== null).length).toBeLessThanOrEqual(people / 4);
  });

  it.each([
    ['even', 0.5],
    ['even', 0.75],
    ['even', 1.5],
    ['even', 2],
    ['ragged', 0.5],
    ['ragged', 2],
    ['elsewhere', 0.5],
    ['elsewhere', 2],
    ['spells', 0.5],
    ['spells', 2],
  ] as const)(
    'sees within two whole weeks that the allowance of somebody %s is %d times as large',
    (habit, changeTo) => {
      expect(count(habit, changeTo)).toBe(people);
    },
  );

  it('says when, how much, on what evidence, and after how long', () => {
    const found = watch(makeUpAllowances('even', 'one', { days: 70, changeAtDay, changeTo: 0.5 }))!;
    expect(found.ratio).toBeGreaterThan(0.45);
    expect(found.ratio).toBeLessThan(0.55);
    expect(found.before.usdPerPercent).toBeCloseTo(2, 0);
    expect(found.after.tokensPerPercent / found.after.usdPerPercent).toBeCloseTo(1e6, -1);
    expect(found.lastOldMs).toBeLessThan(changeAtDay * dayMs);
    expect(found.firstNewMs).toBeGreaterThanOrEqual(changeAtDay * dayMs);
    expect(found.atMs).toBeGreaterThan((changeAtDay + 14) * dayMs);
    expect(found.atMs).toBeLessThan((changeAtDay + 16) * dayMs);
    expect(found.after.pairs).toBeGreaterThan(35);
    expect(found.after.percent).toBeGreaterThanOrEqual(5 * found.after.pairs);
    expect(found.score).toBeGreaterThan(4.5);
    expect(found.isOtherModels).toBe(false);
  });

  it('says that other models were used, which may be the reason', () => {
    const pairs = makeUpAllowances('even', 'one', { days: 70, changeAtDay, changeTo: 0.5 });
    const others = pairs.map((pair) =>
      pair.fromMs < changeAtDay * dayMs ? pair : { ...pair, models: new Map([['b', pair.usd]]) },
    );
    const found = watch(others)!;
    expect(found.isOtherModels).toBe(true);
    const some = pairs.map(
      (pair) =>
      pair.fromMs < changeAtDay * dayMs ? pair : { ...pair, models: new Map([['a', pair.usd * 0.8], ['b', pair.usd * 0.2]]) }, // prettier-ignore
    );
    expect(watch(some)!.isOtherModels).toBe(false);
  });

  it('leaves out what was used elsewhere only, and needs a difference of a quarter', () => {
    const pairs = makeUpAllowances('even', 'one', { days: 70, changeAtDay, changeTo: 0.5 });
    const zeros = pairs.map((pair) => (pair.fromMs < changeAtDay * dayMs ? pair : { ...pair, usd: 0 }));
    expect(watch(zeros)).toBeNull();
    expect(watch(makeUpAllowances('even', 'one', { days: 90, changeAtDay, changeTo: 0.88 }))).toBeNull();
    expect(findAllowanceChange([])).toBeNull();
  });
});

describe('whole weeks', () => {
  /** Pairs of a week, in its first days. */
  const week = (nth: number, usdPerPercent: number, pairs = 8): readonly AllowancePair[] =>
    Array.from({ length: pairs }, (_, index) => {
      const fromMs = (nth * 7 + 1) * dayMs + index * hourMs;
      const usd = usdPerPercent * 5 * (1 + index / 1_000);
      return { fromMs, toMs: fromMs + minuteMs, percent: 5, usd, tokens: usd * 1e6, models: new Map([['a', usd]]) };
    });
  const before = [0, 1, 2, 3].flatMap((nth) => week(nth, 2));

  it('decide only once they are over: the week of the newest pair may go on differently', () => {
    const recent = [...week(4, 1), ...week(5, 1)];
    expect(findAllowanceChange([...before, ...recent])).toBeNull();
    expect(findAllowanceChange([...before, ...recent, ...week(6, 1, 1)])?.ratio).toBeCloseTo(0.5, 1);
  });

  it('say nothing where the moment of change is one in the other direction', () => {
    const middle = [4, 5, 6, 7].flatMap((nth) => week(nth, 0.2, 20));
    const recent = [...week(8, 6, 4), ...week(9, 6, 4), ...week(10, 6, 1)];
    expect(findAllowanceChange([...before, ...recent])?.ratio).toBeGreaterThan(1);
    expect(findAllowanceChange([...before, ...middle, ...recent])).toBeNull();
  });
});

describe('listAllowanceSpans', () => {
  const resetsAtMs = 10 * dayMs;
  const read = (percents: readonly (number | null)[], reset = resetsAtMs, fromMs = 0) =>
    percents.map((usedPercent, index) =>
      makeReading({ usedPercent, observedAtMs: fromMs + index * minuteMs, resetsAtMs: reset, windowMinutes: 10_080 }),
    );

  it('waits for five percent, since percentages are rounded', () => {
    expect(listAllowanceSpans(read([0, 2, null, 4, 6, 9, 11]))).toEqual([
      { fromMs: 0, toMs: 4 * minuteMs, percent: 6 },
      { fromMs: 4 * minuteMs, toMs: 6 * minuteMs, percent: 5 },
    ]);
  });

  it('ends before a window is full, and never crosses a reset', () => {
    expect(listAllowanceSpans(read([90, 95, 100]))).toEqual([{ fromMs: 0, toMs: minuteMs, percent: 5 }]);
    const later = read([0, 5], 2 * resetsAtMs, resetsAtMs + hourMs);
    expect(listAllowanceSpans([...read([80, 81]), ...later])).toEqual([
      { fromMs: resetsAtMs + hourMs, toMs: resetsAtMs + hourMs + minuteMs, percent: 5 },
    ]);
  });

  it('keeps the newest', () => {
    const many = Array.from({ length: 70 }, (_, cycle) =>
      read([0, 10, 20, 30, 40, 50, 60], (cycle + 1) * resetsAtMs, cycle * resetsAtMs),
    ).flat();
    const spans = listAllowanceSpans(many);
    expect(spans).toHaveLength(400);
    expect(spans.at(-1)!.toMs).toBe(69 * resetsAtMs + 6 * minuteMs);
  });
});
