import type { DayKey } from './calendar-day.ts';
import type { ModelId, SourceId } from './ids.ts';
import type { MicroUsd } from './money.ts';
import {
  fieldOfReport,
  type ProfileDimensions,
  type ReportField,
  splitFields,
  type SplitField,
} from './profile-fields.ts';
import type { TokenUsage } from './token-usage.ts';
import type { UsageFilter } from './usage-filter.ts';

/** The periods that a report's rows may represent. */
export const periodKinds = ['day', 'week', 'month'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** What a report's rows represent. A week is named by its first day, a month as `2026-05`. */
export type ReportKey = PeriodKind | ReportField;
export const reportKeys: readonly ReportKey[] = [...periodKinds, ...(Object.keys(fieldOfReport) as ReportField[])];

/** A second dimension into which every row may be split. Rows are always split by source. */
export type ReportSplit = 'none' | SplitField;
export const reportSplits: readonly ReportSplit[] = ['none', ...splitFields];

/** Whether the rows of a report stand for periods. */
export function isPeriod(by: ReportKey): by is PeriodKind {
  return (periodKinds as readonly string[]).includes(by);
}

/** Everything that distinguishes the rows of a report besides their source, in order, each once. */
export function listReportKeys({ by, alsoBy = '' }: Pick<ReportQuery, 'by' | 'alsoBy'>): readonly ReportKey[] {
  return [...new Set([by, ...parseReportKeys(alsoBy)])];
}

/** Parses keys separated by commas. Anything else is left out. */
export function parseReportKeys(text: string): readonly ReportKey[] {
  return text.split(',').flatMap((name) => reportKeys.find((key) => key === name.trim()) ?? []);
}

/** The field a report groups or splits by; null for periods, and for no split. */
export function findReportField(name: ReportKey | ReportSplit): keyof ProfileDimensions | null {
  return (fieldOfReport as Readonly<Partial<Record<string, keyof ProfileDimensions>>>)[name] ?? null;
}

/** Usage and cost of any set of events. */
export interface UsageTotals {
  readonly events: number;
  /** Events whose end the log does not show: their output may be understated. */
  readonly unfinishedEvents: number;
  readonly usage: TokenUsage;
  /** API-equivalent cost of everything whose cost is known; null when none is. */
  readonly costMicroUsd: MicroUsd | null;
  /** Models with some unknown cost, usually for lack of a price, sorted. That cost is not in `costMicroUsd`. */
  readonly unpricedModels: readonly ModelId[];
}

/** Usage of a span of days, both inclusive, in total and by source (sorted). */
export interface PeriodUsage {
  readonly since: DayKey;
  readonly until: DayKey;
  readonly totals: UsageTotals;
  readonly bySource: readonly (UsageTotals & { readonly source: SourceId })[];
}

/** One key of one source. */
export interface ReportRow extends UsageTotals {
  /** Null in a report by project, for usage whose logs do not say where it ran. */
  readonly key: string | null;
  /** The values of the query's further keys, in their order; left out without any. */
  readonly alsoKeys?: readonly (string | null)[];
  readonly source: SourceId;
  /** Value of the second dimension; null when the report is not split, or for usage without a project. */
  readonly split: string | null;
  readonly models: readonly ModelId[];
  readonly firstAtMs: number;
  readonly lastAtMs: number;
}

/** Which events a report covers (days are inclusive) and how it groups them. */
export interface ReportQuery extends UsageFilter {
  readonly by: ReportKey;
  /** Further keys that distinguish rows, separated by commas, such as `project,model`. */
  readonly alsoBy?: string | undefined;
  readonly split: ReportSplit;
  readonly since: DayKey | null;
  readonly until: DayKey | null;
  /** IANA zone of the days; null means the one from the settings. */
  readonly timeZone: string | null;
  readonly source: SourceId | null;
}

/** Rows ordered by key, then further keys, source and split. */
export interface Report {
  readonly generatedAtMs: number;
  readonly timeZone: string;
  readonly query: ReportQuery;
  readonly rows: readonly ReportRow[];
  readonly totals: UsageTotals;
}
