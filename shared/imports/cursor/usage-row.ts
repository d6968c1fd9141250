import { parseIsoInstant } from '../../domain/instant.ts';
import { emptyUsage, totalTokens, type TokenUsage } from '../../domain/token-usage.ts';
import { hashText } from '../../lib/hash-text.ts';
import type { ImportedUse } from '../../sources/lib/imported-uses/imported-use.ts';
import { toName } from '../../sources/lib/names.ts';
import { toCount } from '../../sources/lib/token-count.ts';

/** Columns by what they hold, and the names they had. `total` and `cost` are missing in some exports. */
const columnNames = {
  date: ['date'],
  kind: ['kind'],
  model: ['model'],
  withWrite: ['input (w/ cache write)'],
  withoutWrite: ['input (w/o cache write)'],
  cacheRead: ['cache read'],
  output: ['output tokens', 'output'],
  total: ['total tokens', 'total'],
  cost: ['cost', 'cost ($)'],
} as const;

type ColumnName = keyof typeof columnNames;

/** Where each column is; -1 for those that are missing. */
export type Columns = Readonly<Record<ColumnName, number>>;

const optional: ReadonlySet<ColumnName> = new Set(['kind', 'total', 'cost']);

/** Why a row is no request. */
export type RowFailure = 'no-timestamp' | 'no-model' | 'bad-usage' | 'sum-differs' | 'empty-usage';

/** Finds the columns in the head of an export; null when it is not from this tool. */
export function toColumns(head: readonly string[]): Columns | null {
  const names = head.map((name) => name.trim().toLowerCase());
  const find = (wanted: readonly string[]): number => names.findIndex((name) => wanted.includes(name));
  const entries = Object.entries(columnNames).map(([name, wanted]) => [name, find(wanted)] as const);
  if (entries.some(([name, place]) => place === -1 && !optional.has(name as ColumnName))) return null;
  return Object.fromEntries(entries) as Columns;
}

/** The request in a row; the reason when there is none. Its id names what the row says. Never throws. */
export function parseUsageRow(row: readonly string[], columns: Columns): ImportedUse | RowFailure {
  const text = (name: ColumnName): string => (row[columns[name]] ?? '').trim();
  const atMs = parseIsoInstant(text('date'));
  if (atMs === null) return 'no-timestamp';
  const model = toName(text('model'), 256);
  if (model === null) return 'no-model';
  const usage = toUsage(text);
  if (typeof usage === 'string') return usage;
  const costUsd = toCost(text('cost'));
  if (totalTokens(usage) === 0 && (costUsd ?? 0) === 0) return 'empty-usage';
  const said = [atMs, text('kind'), model, ...Object.values(usage)].join('\n');
  return { id: hashText(said), atMs, model, usage, costUsd };
}

/**
 * Exports have been seen in which "Input (w/ Cache Write)" is what was written to the cache, and others in which it
 * includes "Input (w/o Cache Write)". The total shows which one a row is; a row that is neither cannot be trusted.
 */
function toUsage(text: (name: ColumnName) => string): TokenUsage | RowFailure {
  const [withWrite, input, cacheReadTokens, outputTokens] = [
    parseCount(text('withWrite')),
    parseCount(text('withoutWrite')),
    parseCount(text('cacheRead')),
    parseCount(text('output')),
  ];
  const total = text('total') === '' ? null : parseCount(text('total'));
  if (withWrite === null || input === null || cacheReadTokens === null || outputTokens === null) return 'bad-usage';
  const toParts = (cacheCreation5mTokens: number): TokenUsage => ({
    ...emptyUsage,
    inputTokens: input,
    cacheCreation5mTokens,
    cacheReadTokens,
    outputTokens,
  });
  const apart = toParts(withWrite);
  if (total === null || total === totalTokens(apart)) return apart;
  const included = withWrite >= input ? toParts(withWrite - input) : null;
  return included !== null && total === totalTokens(included) ? included : 'sum-differs';
}

/** A whole number, with or without separators of thousands; nothing is 0. Null when it is anything else. */
function parseCount(text: string): number | null {
  if (text === '' || text === '-') return 0;
  return /^\d{1,3}(,\d{3})+$|^\d{1,15}$/.test(text) ? toCount(Number(text.replaceAll(',', ''))) : null;
}

/** US dollars; null for words such as "Included", "Free" or "-". */
function toCost(text: string): number | null {
  const amount = text.replace(/^(?:US)?\$\s*/, '').replaceAll(',', '');
  return /^\d{1,9}(\.\d{1,12})?$/.test(amount) ? Number(amount) : null;
}
