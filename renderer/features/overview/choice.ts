import {
  addDays,
  countDays,
  toWeekStart,
  toMonth,
  type CalendarRules,
  type DayKey,
} from '../../../shared/domain/calendar-day.ts';
import type { ReportQuery } from '../../../shared/domain/report.ts';
import { messages } from '../../messages.ts';
import type { Bounds } from '../../state/range.ts';
import { toOptions } from '../../ui/options.ts';

/** The period of a bar, and what bars are split by. */
const steps = ['hour', 'day', 'week', 'month'] as const;
export type Step = (typeof steps)[number];
const splits = ['source', 'model', 'project', 'class'] as const;
export type Split = (typeof splits)[number];
const measures = ['tokens', 'cost'] as const;
export type Measure = (typeof measures)[number];

/** What the person chose to see in the chart. */
export interface ChartChoice {
  readonly step: Step;
  readonly split: Split;
  readonly measure: Measure;
}

/** With which day weeks begin. */
type Weeks = Pick<CalendarRules, 'weekStartsOn'>;

const { overview: words, history } = messages;

export const stepOptions = toOptions(steps, words.steps);
export const measureOptions = toOptions(measures, history.measures);

/** The splits that the ledger can answer: hours are kept by source, and the cost of a class is not kept. */
export function toSplitOptions({ step, measure }: Pick<ChartChoice, 'step' | 'measure'>) {
  const possible = splits.filter(
    (split) =>
      (split !== 'class' || measure === 'tokens') && (step !== 'hour' || split === 'source' || split === 'class'),
  );
  return toOptions(possible, words.splits);
}

/** The choice that a page's address names. Without a step, the one that gives some dozens of bars. */
export function parseChoice(parameters: Readonly<Record<string, string>>, { since, until }: Bounds): ChartChoice {
  const measure = measures.find((each) => each === parameters['measure']) ?? 'tokens';
  const step = steps.find((each) => each === parameters['step']) ?? toUsualStep(since, until);
  const wanted = splits.find((each) => each === parameters['split']) ?? 'source';
  const split = toSplitOptions({ step, measure }).some(({ value }) => value === wanted) ? wanted : 'source';
  return { step, split, measure };
}

function toUsualStep(since: DayKey | null, until: DayKey | null): Step {
  if (since === null || until === null) return 'month';
  const days = countDays(since, until);
  if (days <= 3) return 'hour';
  return days <= 100 ? 'day' : 'week';
}

/** The first day to draw: the range's, moved back to the start of its week or month so that no bar is cut. */
export function toChartStart(since: DayKey | null, step: Step, weeks: Weeks): DayKey | null {
  if (since === null) return null;
  if (step === 'week') return toWeekStart(since, weeks);
  return step === 'month' ? `${toMonth(since)}-01` : since;
}

/** The report that a chart of days, weeks or months is drawn from. */
export function toChartQuery({ step, split }: ChartChoice, { since, until }: Bounds, weeks: Weeks): ReportQuery | null {
  if (step === 'hour') return null;
  const by = split === 'model' || split === 'project' ? split : 'none';
  return { by: step, split: by, since: toChartStart(since, step, weeks), until, timeZone: null, source: null };
}

/** The days of the calendar that ends today: whole weeks, at most 53. */
export function toCalendarStart(today: DayKey, weeks: Weeks): DayKey {
  return toWeekStart(addDays(today, -364), weeks);
}
