import { createRandom } from '../bench/corpus/random.ts';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import type { AllowancePair } from '../../shared/limits/allowance.ts';

/** People whose windows fill in different ways. None of them sees a change, unless `changeTo` makes one. */
export const allowanceHabits = {
  /** Only this machine: what is left is rounding, and how well list prices match the provider's own weights. */
  even: { spread: 0.08, elsewhere: 0, spell: 0 },
  /** Prices and weights match badly. */
  ragged: { spread: 0.35, elsewhere: 0, spell: 0 },
  /** A fifth of the pairs were filled from elsewhere, too. */
  elsewhere: { spread: 0.12, elsewhere: 0.2, spell: 0 },
  /** Every tenth week on another machine as well, which uses a third. */
  spells: { spread: 0.12, elsewhere: 0.05, spell: 0.1 },
} as const;
export type AllowanceHabit = keyof typeof allowanceHabits;

/** A year of pairs: four a day on five days a week. From `changeAtDay` on, a percent stands for `changeTo` times as much. */
export function makeUpAllowances(
  habit: AllowanceHabit,
  seed: string,
  { days = 365, changeAtDay = Infinity, changeTo = 1 } = {},
): readonly AllowancePair[] {
  const { spread, elsewhere, spell } = allowanceHabits[habit];
  const random = createRandom(`${seed} ${habit}`);
  const pairs: AllowancePair[] = [];
  let isSpell = false;
  for (let day = 0; day < days; day++) {
    if (day % 7 === 0) isSpell = random.chance(spell);
    if (day % 7 > 4) continue;
    for (let count = 0; count < 4; count++) {
      const fromMs = day * dayMs + (9 + count * 2) * hourMs;
      const percent = 5 + random.below(4);
      // Both ends are rounded to whole percents.
      const real = percent + random.next() - random.next();
      let usd = 2 * real * Math.exp(random.normal() * spread);
      if (day >= changeAtDay) usd *= changeTo;
      if (random.chance(elsewhere)) usd *= 0.2 + random.next() * 0.8;
      if (isSpell) usd *= 0.67;
      pairs.push({ fromMs, toMs: fromMs + hourMs, percent, usd, tokens: usd * 1e6, models: new Map([['a', usd]]) });
    }
  }
  return pairs;
}
