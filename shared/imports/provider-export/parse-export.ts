import type { ExportSkip, ProviderExport, ProviderUse } from '../../domain/provider-export.ts';
import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import { cleanText } from '../../lib/clean-text.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { parseCsv } from '../csv.ts';
import { findForm, type ColumnPlaces, type ExportColumn, type ExportForm } from './export-forms.ts';
import { parseExportAmount, parseExportCount, parseExportDay } from './field-values.ts';

/** Why a file cannot be compared: its columns are none that are known, or no row of it names a model. */
export type ExportFailure = 'other-columns' | 'no-models';

/** Reads the text of a provider's export (README.md). Rows that say nothing are left out. Never throws. */
export function parseProviderExport(text: string): Result<ProviderExport, ExportFailure> {
  const rows = parseCsv(text);
  const head = rows.next();
  const found = head.done === true ? null : findForm(head.value);
  if (found === null) return fail('other-columns');
  const uses: ProviderUse[] = [];
  const skips: Partial<Record<ExportSkip, number>> = {};
  for (const row of rows) {
    const use = parseRow(row, found.form, found.places);
    if (typeof use === 'string') skips[use] = (skips[use] ?? 0) + 1;
    else if (use !== null) uses.push(use);
  }
  const { provider, kind } = found.form;
  // Usage that is not split by model cannot be set beside anything.
  const isSplit = kind === 'cost' || uses.length === 0 || uses.some(({ model }) => model !== '');
  return isSplit ? ok({ provider, kind, uses, skips }) : fail('no-models');
}

type Field = (column: ExportColumn) => string;

/** A row; the reason when it cannot be read; null when it says nothing, such as a day without usage. */
function parseRow(row: readonly string[], form: ExportForm, places: ColumnPlaces): ProviderUse | ExportSkip | null {
  const field: Field = (column) => {
    const place = places[column];
    return place === undefined ? '' : (row[place] ?? '').trim();
  };
  const isUsage = form.kind === 'usage';
  const said = isUsage ? parseUsage(field) : parseCost(field);
  if (said === null || typeof said === 'string') return said;
  const day = parseExportDay(field('day'));
  if (day === null) return 'bad-day';
  return { day, model: toModel(field('model'), form), requests: null, usage: null, costUsd: null, ...said };
}

/** A line item of OpenAI's costs is a model and what was used of it, such as `gpt-5-nano, input_tokens`. */
function toModel(text: string, { provider, kind }: ExportForm): string {
  const name = provider.id === 'openai' && kind === 'cost' ? (text.split(',')[0] ?? '') : text;
  return cleanText(name).trim().slice(0, 256);
}

function parseCost(field: Field): { readonly costUsd: number } | ExportSkip | null {
  if (field('cost') === '') return null;
  const costUsd = parseExportAmount(field('cost'));
  if (typeof costUsd === 'string') return costUsd;
  const currency = field('currency').toLowerCase();
  return currency === '' || currency === 'usd' ? { costUsd } : 'other-currency';
}

const counted = [
  ...(['requests', 'input', 'allInput', 'cacheRead'] as const),
  ...(['cacheWrite', 'cacheWrite5m', 'cacheWrite1h', 'output'] as const),
];

function parseUsage(
  field: Field,
): { readonly usage: TokenUsage; readonly requests: number | null } | ExportSkip | null {
  const counts = {} as Record<(typeof counted)[number], number>;
  for (const column of counted) {
    const count = parseExportCount(field(column));
    if (typeof count === 'string') return count;
    counts[column] = count;
  }
  const { allInput, cacheRead } = counts;
  if (field('allInput') !== '' && cacheRead > allInput) return 'bad-number';
  if (Object.values(counts).every((count) => count === 0)) return null;
  return {
    requests: field('requests') === '' ? null : counts.requests,
    usage: {
      ...emptyUsage,
      // OpenAI's input includes what was read from the cache.
      inputTokens: field('allInput') === '' ? counts.input : allInput - cacheRead,
      cacheCreation5mTokens: counts.cacheWrite5m + counts.cacheWrite,
      cacheCreation1hTokens: counts.cacheWrite1h,
      cacheReadTokens: cacheRead,
      outputTokens: counts.output,
    },
  };
}
