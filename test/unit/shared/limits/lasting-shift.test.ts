import { describe, expect, it } from 'vitest';
import { findLastingShift } from '../../../../shared/limits/lasting-shift.ts';

/** Weeks of the same five values around a level each. */
const weeksOf = (...levels: readonly number[]) =>
  levels.flatMap((level, week) => [0.95, 0.98, 1, 1.02, 1.05].map((value) => ({ week, value: value * level })));

describe('findLastingShift', () => {
  it('is up or down once the last two weeks lie beyond all before', () => {
    expect(findLastingShift(weeksOf(1, 1, 1, 2, 2))).toBe('up');
    expect(findLastingShift(weeksOf(1, 1, 1, 0.5, 0.5))).toBe('down');
    expect(findLastingShift(weeksOf(1, 1, 1, 1, 2))).toBeNull();
    expect(findLastingShift(weeksOf(1, 2, 1, 2, 2))).toBeNull();
    expect(findLastingShift(weeksOf(1, 0.5, 1, 0.5, 0.5))).toBeNull();
    expect(findLastingShift(weeksOf(2, 1, 1, 0.4, 2.5))).toBeNull();
  });

  it('waits for three weeks before, and forgets all but the last eight', () => {
    expect(findLastingShift([])).toBeNull();
    expect(findLastingShift(weeksOf(1, 1, 2, 2))).toBeNull();
    expect(findLastingShift(weeksOf(3, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2))).toBe('up');
    expect(findLastingShift(weeksOf(1, 3, 1, 1, 1, 1, 1, 1, 1, 2, 2))).toBeNull();
  });

  it('takes no week of fewer than four values', () => {
    const two = weeksOf(1, 1, 1, 2, 2);
    expect(findLastingShift(two.filter(({ week }, index) => week !== 4 || index % 5 < 4))).toBe('up');
    expect(findLastingShift(two.filter(({ week }, index) => week !== 4 || index % 5 < 3))).toBeNull();
  });

  it('is sure of more than 15 %, in the interval and not in the median', () => {
    expect(findLastingShift(weeksOf(1, 1, 1, 1.12, 1.12))).toBeNull();
    expect(findLastingShift(weeksOf(1, 1, 1, 1.3, 1.3))).toBe('up');
    expect(findLastingShift(weeksOf(1, 1, 1, 0.89, 0.89))).toBeNull();
    expect(findLastingShift(weeksOf(1, 1, 1, 0.75, 0.75))).toBe('down');
    const wide = [0.2, 0.3, 1, 3, 5];
    const ragged = [1, 1, 1, 1.3, 1.3].flatMap((level, week) => wide.map((value) => ({ week, value: value * level })));
    expect(findLastingShift(ragged)).toBeNull();
  });

  it('does not depend on the order of its values, and says the same each time', () => {
    const values = weeksOf(1, 1.1, 0.9, 1.4, 1.5);
    expect(findLastingShift(values.toReversed())).toBe(findLastingShift(values));
    expect(findLastingShift(values)).toBe(findLastingShift(values));
  });
});
