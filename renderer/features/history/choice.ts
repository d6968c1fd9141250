import { addDays, toMonth, toWeekStart, type DayKey } from '../../../shared/domain/calendar-day.ts';
import { splitFields, type SplitField } from '../../../shared/domain/profile-fields.ts';
import { isPeriod, reportKeys, type ReportKey, type ReportQuery } from '../../../shared/domain/report.ts';
import { messages } from '../../messages.ts';
import { toOptions } from '../../ui/options.ts';

/** What a row stands for. Periods are shown as a chart over time. */
export type Grouping = ReportKey;
export type Split = 'source' | SplitField;
export type Measure = 'tokens' | 'cost';
export type Range = '7' | '30' | '90' | '365' | 'all';

/** What the person chose to see. */
export interface HistoryChoice {
  readonly by: Grouping;
  readonly split: Split;
  readonly measure: Measure;
  readonly range: Range;
}

/** The initial choice. */
export const defaultChoice: HistoryChoice = { by: 'day', split: 'source', measure: 'tokens', range: '30' };

const words = messages.history;

export const groupingOptions = toOptions(reportKeys, words.groupings);
export const splitOptions = toOptions(['source', ...splitFields], words.splits);
export const measureOptions = toOptions(['tokens', 'cost'], words.measures);
export const rangeOptions = toOptions(['7', '30', '90', '365', 'all'], words.ranges);

/** The first day of the range, moved back to the start of its week or month so that no bar is cut; null for all time. */
export function toSince(choice: HistoryChoice, today: DayKey): DayKey | null {
  if (choice.range === 'all') return null;
  const since = addDays(today, 1 - Number(choice.range));
  if (choice.by === 'week') return toWeekStart(since);
  if (choice.by === 'month') return `${toMonth(since)}-01`;
  return since;
}

/** The query for the choice. Sessions are split by project to get its name. */
export function toReportQuery(choice: HistoryChoice, today: DayKey): ReportQuery {
  const split = isPeriod(choice.by)
    ? choice.split === 'source'
      ? 'none'
      : choice.split
    : choice.by === 'session'
      ? 'project'
      : 'none';
  return { by: choice.by, split, since: toSince(choice, today), until: null, timeZone: null, source: null };
}
