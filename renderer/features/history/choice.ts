import { addDays, toMonth, toWeekStart, type DayKey } from '../../../shared/domain/calendar-day.ts';
import type { ReportQuery } from '../../../shared/domain/report.ts';

/** What the rows stand for. The first three make a chart over time. */
export type Grouping = 'day' | 'week' | 'month' | 'session' | 'project' | 'model';
export type Split = 'source' | 'model' | 'project';
export type Measure = 'tokens' | 'cost';
export type Range = '7' | '30' | '90' | '365' | 'all';

/** What the person chose to see. */
export interface HistoryChoice {
  readonly by: Grouping;
  readonly split: Split;
  readonly measure: Measure;
  readonly range: Range;
}

/** What is shown at first. */
export const defaultChoice: HistoryChoice = { by: 'day', split: 'source', measure: 'tokens', range: '30' };

export const groupingOptions = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'session', label: 'Session' },
  { value: 'project', label: 'Project' },
  { value: 'model', label: 'Model' },
] as const satisfies readonly { value: Grouping; label: string }[];

export const splitOptions = [
  { value: 'source', label: 'Source' },
  { value: 'model', label: 'Model' },
  { value: 'project', label: 'Project' },
] as const satisfies readonly { value: Split; label: string }[];

export const measureOptions = [
  { value: 'tokens', label: 'Tokens' },
  { value: 'cost', label: 'Cost' },
] as const satisfies readonly { value: Measure; label: string }[];

export const rangeOptions = [
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
  { value: '365', label: 'Last year' },
  { value: 'all', label: 'All time' },
] as const satisfies readonly { value: Range; label: string }[];

/** Whether the rows are spans of time, to be drawn as a chart. */
export function isTimeline(by: Grouping): by is 'day' | 'week' | 'month' {
  return by === 'day' || by === 'week' || by === 'month';
}

/** The first day of the range, moved back to the start of its week or month so that no bar is cut; null for all time. */
export function toSince(choice: HistoryChoice, today: DayKey): DayKey | null {
  if (choice.range === 'all') return null;
  const since = addDays(today, 1 - Number(choice.range));
  if (choice.by === 'week') return toWeekStart(since);
  if (choice.by === 'month') return `${toMonth(since)}-01`;
  return since;
}

/** The question that answers the choice. Sessions are split by project, to name it. */
export function toReportQuery(choice: HistoryChoice, today: DayKey): ReportQuery {
  const split = isTimeline(choice.by)
    ? choice.split === 'source'
      ? 'none'
      : choice.split
    : choice.by === 'session'
      ? 'project'
      : 'none';
  return { by: choice.by, split, since: toSince(choice, today), until: null, timeZone: null, source: null };
}
