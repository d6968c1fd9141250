import { addDays, type Calendar, type DayKey } from '../domain/calendar-day.ts';
import { hourMs } from '../domain/instant.ts';
import type { TokenUsage } from '../domain/token-usage.ts';
import type { HistoryUse } from '../sources/lib/imported-uses/history-use.ts';
import { parseJsonRecord, type JsonRecord } from '../lib/json-record.ts';
import type { DatabaseRow, LogDatabase } from '../sources/streams.ts';

/** What a file of another tool holds of the past. */
export interface HistoryImport {
  readonly uses: readonly HistoryUse[];
  /** Rows that are not usage, by reason. */
  readonly skips: Readonly<Record<string, number>>;
}

/** A tool that keeps history. */
export interface HistoryImporter {
  readonly tool: string;
  /**
   * Which days its sums may fill: any that we never counted of the agent, or only those before the first that we did,
   * if its numbers are too rough to mix with ours.
   */
  readonly fills: 'gaps' | 'before-first';
  /**
   * Of a tool that keeps a database: the rows that are read of it, numbers and ids only. `parse` gets them as lines of
   * JSON. Null when it is no database of this tool; throws what SQLite throws.
   */
  readRows?(database: LogDatabase): Iterable<DatabaseRow> | null;
  /** What a file's text holds; null when it is no file of this tool. Never throws. `calendar`: whose days sums belong to. */
  parse(text: string, calendar: Calendar): HistoryImport | null;
}

/** The sum of a model's day. */
interface DaySum {
  readonly agent: string;
  readonly day: DayKey;
  readonly model: string;
  readonly usage: TokenUsage;
  readonly costUsd: number | null;
}

/**
 * A day's sum as a use, twelve hours after the day began: wherever the clock is changed, that is within the day, and a
 * reader in another time zone still knows where it began.
 */
export function toSumUse({ agent, day, model, usage, costUsd }: DaySum, calendar: Calendar): HistoryUse {
  const startMs = calendar.startOf(day);
  const hours = (calendar.startOf(addDays(day, 1)) - startMs) / hourMs;
  const id = `${day}:${agent}:${model}`;
  const length = hours === 24 ? {} : { hours };
  return { id, key: null, agent, atMs: startMs + 12 * hourMs, ...length, model, usage, costUsd };
}

/** A day such as `2026-05-01` between 2000 and 2099; null for anything else. */
export function parseHistoryDay(value: unknown): DayKey | null {
  if (typeof value !== 'string' || !/^20\d\d-\d\d-\d\d$/.test(value)) return null;
  const atMs = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(atMs) || new Date(atMs).toISOString().slice(0, 10) !== value ? null : value;
}

/** Counts reasons. */
export function createSkips(): { readonly counts: Record<string, number>; add(reason: string): void } {
  const counts: Record<string, number> = {};
  return { counts, add: (reason) => void (counts[reason] = (counts[reason] ?? 0) + 1) };
}

/** The rows of a tool's database as text: a line that says whose they are, and a line of JSON for each. */
export function* toRowLines(tool: string, rows: Iterable<DatabaseRow>): Generator<string> {
  yield `${JSON.stringify({ rowsOf: tool })}\n`;
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** Reads such a text back; null when it is not from this tool. Lines that are no JSON are skipped. */
export function parseRowLines(
  text: string,
  tool: string,
  skip: (reason: string) => void,
): readonly JsonRecord[] | null {
  const [first = '', ...lines] = text.split('\n');
  const head = parseJsonRecord(first);
  if (!head.ok || head.value['rowsOf'] !== tool) return null;
  return lines.flatMap((line) => {
    if (line.trim() === '') return [];
    const record = parseJsonRecord(line);
    return record.ok ? [record.value] : (skip('not-json'), []);
  });
}
