import {
  type GroupField,
  profileFields,
  type ProfileFieldName,
  textFields,
} from '../../../../shared/domain/profile-fields.ts';
import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import { createSumPartMapper, type Span, toSpans } from '../../../../shared/ledger/spans.ts';
import { maskChoices } from '../../../../shared/ledger/profile-choices.ts';
import { createCellSum, toCellIdentity } from '../../../../shared/ledger/sum-cells.ts';
import type { SumQuery } from '../../../../shared/ports/event-store.ts';
import { toUsageCell } from './cell-rows.ts';
import {
  cellFlags,
  compactedSums,
  daySums,
  eventSums,
  type PartialSums,
  quarterSums,
  toAggregates,
} from './partial-sums.ts';
import { maxReadAhead, type ProfileTable } from './profiles.ts';
import type { SqliteDatabase, SqliteRow, SqliteStatement } from '../../sqlite/sqlite-driver.ts';
import { splitSpans, type SpanParts } from './span-parts.ts';

/** Implements `EventStore.sums`, given the days whose stored sums are out of date (ascending). */
export type SumReader = (query: SumQuery, dirtyDays: readonly number[]) => readonly UsageCell[];

/** Which table supplies which parts. */
export const partTables: readonly (readonly [PartialSums, keyof SpanParts])[] = [
  [daySums, 'days'],
  [quarterSums, 'quarters'],
  [eventSums, 'changed'],
  [compactedSums, 'changed'],
];

/** Builds the reader. SQLite sums by every dimension that matters; the results of the four tables are merged here. */
export function createSumReader(database: SqliteDatabase, profiles: ProfileTable): SumReader {
  const statements = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  return (query, dirtyDays) => {
    const { source, groupBy } = query;
    const parts = splitSpans(toSpans(query), dirtyDays);
    const sum = createCellSum();
    const toSumPart = createSumPartMapper(groupBy);
    for (const [table, kind] of partTables) {
      if (parts[kind].length === 0) continue;
      const statement = prepare(toSql(table, groupBy, source !== undefined));
      const rows = statement.all(toRanges(parts[kind], table.unitMs), ...(source === undefined ? [] : [source]));
      for (const row of withProfiles(rows, profiles)) {
        const startMs = Number(row['span_ms']);
        const part = toUsageCell(row, profiles.dimensionsOf(Number(row['profile'])), startMs);
        const cell = toSumPart(part, startMs);
        sum.add(toCellIdentity(cell), cell);
      }
    }
    return sum.cells();
  };
}

/** Yields rows whose profiles have been loaded, some thousand at once. */
export function* withProfiles(rows: readonly SqliteRow[], profiles: ProfileTable): Generator<SqliteRow> {
  for (let start = 0; start < rows.length; start += maxReadAhead) {
    const next = rows.slice(start, start + maxReadAhead);
    profiles.readAhead(next.map((row) => Number(row['profile'])));
    yield* next;
  }
}

/** Ranges as JSON, for `joinRanges`: the span, and its start and end (exclusive) in the table's own unit. */
export function toRanges(parts: readonly (Span & { readonly spanMs: number })[], unitMs: number): string {
  return JSON.stringify(
    parts.map(({ spanMs, startMs, endMs }) => [spanMs, Math.ceil(startMs / unitMs), Math.ceil(endMs / unitMs)]),
  );
}

/** The rows of a table within ranges, which are bound as JSON, joined with their profiles. */
export function joinRanges({ table, key }: PartialSums): string {
  return `
    (SELECT json_extract(value, '$[0]') AS span_ms, json_extract(value, '$[1]') AS low,
      json_extract(value, '$[2]') AS high FROM json_each(?)) AS ranges
    CROSS JOIN ${table} ON ${table}.${key} >= ranges.low AND ${table}.${key} < ranges.high
    LEFT JOIN profiles ON profiles.id = ${table}.profile`;
}

function toSql(table: PartialSums, groupBy: readonly GroupField[], hasSource: boolean): string {
  const { columns } = table;
  const flags = columns.flags ?? 'flags';
  const isWanted = (name: ProfileFieldName): boolean =>
    profileFields[name].role === 'price' || (groupBy as readonly ProfileFieldName[]).includes(name);
  const groups = [
    ...textFields.filter(({ name }) => isWanted(name)).map(({ column }) => `profiles.${column}`),
    `profiles.traits & ${maskChoices(isWanted)}`,
  ];
  return `
    SELECT span_ms, min(profile) AS profile, ${columns.context_class ?? 'context_class'} AS class,
      ${flags} AS bits, ${toAggregates(table)}
    FROM ${joinRanges(table)}
    WHERE ${flags} & ${cellFlags.replay} = 0
      ${hasSource ? 'AND profiles.source = (SELECT id FROM texts WHERE text = ?)' : ''}
    GROUP BY span_ms, ${groups.join(', ')}, class, bits`;
}
