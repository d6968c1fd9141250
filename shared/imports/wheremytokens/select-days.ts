import type { DatabaseRow, LogDatabase } from '../../sources/streams.ts';

/** The counts of a bucket. */
export const dayCounts = ['input_tokens', 'output_tokens', 'cache_creation_tokens', 'cache_read_tokens'] as const;

const table = 'usage_bucket';
const keys = ['provider', 'model', 'bucket_kind', 'bucket_start_ms'];

/** The sums of each day, provider and model (README.md); null when it is no database of this tool. */
export function readDayRows(database: LogDatabase): readonly DatabaseRow[] | null {
  const columns = database.columns(table);
  if (![...keys, ...dayCounts].every((name) => columns.has(name))) return null;
  return database.rows(
    `SELECT provider, model, bucket_start_ms AS day_starts_ms, ${dayCounts.map((name) => `sum(${name}) AS ${name}`).join(', ')}
       FROM ${table} WHERE bucket_kind = 'day' GROUP BY provider, model, bucket_start_ms ORDER BY 3, 1, 2`,
  );
}
