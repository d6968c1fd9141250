import { addDays, countDays, type DayKey } from '../../../shared/domain/calendar-day.ts';
import type { ComparedRow } from '../../../shared/domain/comparison.ts';
import type { Currency, MicroUsd } from '../../../shared/domain/money.ts';
import type { UsageTotals } from '../../../shared/domain/report.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import type { CacheHabit, PlanWhatIf } from '../../../shared/domain/what-if.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { groupBy } from '../../../shared/lib/group-by.ts';
import { toPathName } from '../../../shared/lib/path-name.ts';
import { messages } from '../../messages.ts';
import { addSign } from '../../state/add-sign.ts';
import { toCostNote } from '../../state/cost-note.ts';
import type { Bounds } from '../../state/range.ts';

const { common, compare: words, explore, format } = messages;

/** The groupings by which two ranges can be compared. */
export const comparedBy = ['project', 'model', 'source', 'branch', 'account'] as const;
export type ComparedBy = (typeof comparedBy)[number];

/** The range beside the one before it; all time is halved at no fixed day, so it becomes the last 30 days. */
export function toUsualRanges({ since, until }: Bounds, today: DayKey) {
  const rightUntil = until ?? today;
  const rightSince = since ?? addDays(rightUntil, -29);
  const days = countDays(rightSince, rightUntil);
  return {
    leftSince: addDays(rightSince, -days),
    leftUntil: addDays(rightSince, -1),
    rightSince,
    rightUntil,
  };
}

/** A range from two days that were picked one by one: either may be the later one. */
export function toOrdered(one: DayKey, other: DayKey): { readonly since: DayKey; readonly until: DayKey } {
  return one <= other ? { since: one, until: other } : { since: other, until: one };
}

/** One line of the comparison. */
export interface ComparedView {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly agent: string;
  readonly left: string;
  readonly right: string;
  readonly change: string;
  readonly leftCost: string | null;
  readonly rightCost: string | null;
}

/** Prepares a row for display. */
export function toComparedView(
  { key, source, left, right }: ComparedRow,
  by: ComparedBy,
  labelOf: (source: string) => string,
  currency: Currency,
  folderName: (folder: string) => string = toPathName,
): ComparedView {
  const name =
    by === 'source'
      ? labelOf(source)
      : key === null
        ? (explore.withoutKey[by] ?? common.unknown)
        : by === 'project'
          ? folderName(key)
          : cleanText(key);
  return {
    id: JSON.stringify([key, source]),
    name,
    title: cleanText(`${key ?? name} · ${labelOf(source)}`),
    agent: cleanText(labelOf(source)),
    ...toSides(left, right, currency),
  };
}

/** Rows of one name get that of their agent, as what several agents used without a project. */
export function distinguish(views: readonly ComparedView[]): readonly ComparedView[] {
  const alike = groupBy(views, ({ name }) => name);
  return views.map((view) =>
    (alike.get(view.name)?.length ?? 0) > 1 ? { ...view, name: explore.within(view.agent, view.name) } : view,
  );
}

/** Both sides and their difference. */
export function toSides(left: UsageTotals | null, right: UsageTotals | null, currency: Currency) {
  const [before, after] = [left, right].map((side) => (side === null ? 0 : totalTokens(side.usage))) as [
    number,
    number,
  ];
  const toCost = (side: UsageTotals | null): string | null =>
    side === null ? format.money(0, currency) : format.cost(side, currency);
  return {
    left: format.compact(before),
    right: format.compact(after),
    change: toChange(before, after),
    leftCost: toCost(left),
    rightCost: toCost(right),
  };
}

function toChange(before: number, after: number): string {
  if (before === 0 && after === 0) return '±0';
  if (before === 0) return words.isNew;
  if (after === 0) return words.isGone;
  const percent = ((after - before) / before) * 100;
  const sign = percent > 0 ? '+' : percent < 0 ? '−' : '±';
  return addSign(sign, format.percent(Math.abs(percent)));
}

/** A plan beside what the same use would cost through the API. */
export interface PlanView {
  readonly price: string;
  /** Null where no cost is known. */
  readonly worth: string | null;
  /** How much of its price the plan returns; null where unknown. */
  readonly breakEven: string | null;
  /** Where both come from, and what they leave out. */
  readonly title: string;
  readonly note: string | undefined;
}

/** Prepares a plan for display. */
export function toPlanView(plan: PlanWhatIf, currency: Currency): PlanView {
  const { monthlyUsd, monthCostMicroUsd, unpricedModels } = plan;
  const isPartial = unpricedModels.length > 0;
  const note = monthCostMicroUsd === null ? undefined : toCostNote(plan);
  const source = monthCostMicroUsd === null ? common.noCostKnown : common.provenance.estimated.title;
  return {
    price: format.money(monthlyUsd * 1_000_000, currency),
    worth: monthCostMicroUsd === null ? null : format.money(monthCostMicroUsd, currency, isPartial),
    breakEven:
      monthCostMicroUsd === null || monthlyUsd === 0
        ? null
        : words.whatIf.bringsIn(monthCostMicroUsd / 10_000 / monthlyUsd, isPartial),
    title: common.sentences([source, note ?? null]),
    note,
  };
}

/** A difference below this is not worth a change of habits: one dollar. */
const worthwhileMicroUsd = 1_000_000;

/** What would have been cheaper, in sentences; all estimated. */
export function toAdvice(rows: readonly CacheHabit[], currency: Currency): readonly string[] {
  const money = (amount: MicroUsd): string => format.money(amount, currency);
  return rows.flatMap(({ model, costs, avoidableMicroUsd, write1hTokens }) => {
    const { listMicroUsd, all1hMicroUsd, all5mMicroUsd } = costs;
    if (listMicroUsd === null || all1hMicroUsd === null || all5mMicroUsd === null) return [];
    const longer = (avoidableMicroUsd ?? 0) - (all1hMicroUsd - listMicroUsd);
    const shorter = write1hTokens > 0 ? listMicroUsd - all5mMicroUsd : 0;
    if (longer >= worthwhileMicroUsd && longer >= shorter)
      return [words.coach.advice.longer(cleanText(model), money(longer))];
    return shorter >= worthwhileMicroUsd ? [words.coach.advice.shorter(cleanText(model), money(shorter))] : [];
  });
}
