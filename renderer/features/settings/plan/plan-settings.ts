import { blockLimitUnits, noPlan, ownPlan, usualPlan, type BlockLimitUnit } from '../../../../shared/domain/plan.ts';
import { workDayChoices, type WorkDays } from '../../../../shared/domain/work-days.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { parseTypedWhole } from '../../../../shared/messages/format/typed-numbers.ts';
import type { SourceStatus } from '../../../../shared/snapshot/app-snapshot.ts';
import { messages } from '../../../messages.ts';
import { toOptions, type Option } from '../../../ui/options.ts';
import { readDollars, readNumber } from '../form/typed-number.ts';

const words = messages.settings.plan;

export const limitUnitOptions = toOptions(blockLimitUnits, words.units);

/** The work days that the pace of weekly limits can be measured against. */
export const workDayOptions: readonly (Option<string> & { readonly days: WorkDays })[] = workDayChoices.map((days) => ({
  value: String(days),
  label: words.workDayChoices[days],
  days,
}));

/** The plans of all agents, between no plan, and the usual use or a custom limit. */
export function toPlanOptions(sources: readonly Pick<SourceStatus, 'plans'>[]): readonly Option<string>[] {
  const listed = sources.flatMap(({ plans }) => plans.map(({ id, label }) => ({ value: id, label })));
  return [
    { value: noPlan, label: words.noPlan },
    ...listed,
    { value: usualPlan, label: words.usualPlan },
    { value: ownPlan, label: words.ownPlan },
  ];
}

/** Parses a limit. Units other than money have no decimals, so every separator in them groups thousands. */
export function parseLimitValue(text: string, unit: BlockLimitUnit): Result<number> {
  const whole = unit === 'usd' ? null : parseTypedWhole(text);
  const read = unit === 'usd' ? readDollars : readNumber;
  const value = whole === null ? read(text, { min: 0.01, max: Infinity, refusal: words.badLimit }) : ok(whole);
  if (value.ok && value.value > 1e12) return fail(words.limitTooLarge);
  return value.ok && value.value < 0.01 ? fail(words.badLimit) : value;
}
