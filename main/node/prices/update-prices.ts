import { rm } from 'node:fs/promises';
import { addDays } from '../../../shared/domain/calendar-day.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { checkPriceUpdate, type PriceChanges, type PriceUpdateFailure } from '../../../shared/pricing/check-update.ts';
import { toPriceTable } from '../../../shared/pricing/litellm-list.ts';
import { choosePrices, shippedPrices } from '../../../shared/pricing/list-prices.ts';
import { parsePriceTable, type PriceTable } from '../../../shared/pricing/price-table.ts';
import { toRecord } from '../../../shared/lib/json-record.ts';
import { replaceFile } from '../system/replace-file.ts';
import { loadList, type LoadFailure } from './load-list.ts';
import { largestPriceFile, readPriceFile, toPriceFile } from './price-file.ts';

/** What an update did. */
export interface PriceUpdate extends PriceChanges {
  readonly file: string;
  readonly models: number;
  readonly datedOn: string;
  /** Models in the list whose price is unusable; they keep their current one. */
  readonly unusable: readonly string[];
}

/** Why prices were not updated. Nothing has changed then. */
export type UpdateFailure = LoadFailure | PriceUpdateFailure | { readonly reason: 'no-list' } | DateFailure;

/** A list that would not be used, or that none could ever replace. */
interface DateFailure {
  readonly reason: 'older' | 'future';
  readonly datedOn: string;
}

/**
 * Loads a price list, checks it against the one in use, and keeps it in the data folder. `today` is its date when it has
 * none of its own. Rejects when the file cannot be written.
 */
export async function updatePrices(
  dataFolder: string,
  from: string,
  today: string,
): Promise<Result<PriceUpdate, UpdateFailure>> {
  const text = await loadList(from);
  if (!text.ok) return text;
  const unusable = new Set<string>();
  const next = toTable(text.value, today, (model) => unusable.add(model));
  if (next === null) return fail({ reason: 'no-list' });
  const dateFailure = checkDate(next.datedOn, today);
  if (dateFailure !== null) return fail(dateFailure);
  const { table } = choosePrices(readKept(dataFolder));
  const changes = checkPriceUpdate(table, next);
  if ('reason' in changes) return fail(changes);
  const file = toPriceFile(dataFolder);
  const kept = `${JSON.stringify(next)}\n`;
  // A larger file would not be read again.
  if (Buffer.byteLength(kept) > largestPriceFile) return fail({ reason: 'too-large', detail: from });
  await replaceFile(file, kept);
  const { datedOn, models } = next;
  return ok({ ...changes, file, datedOn, models: Object.keys(models).length, unusable: [...unusable] });
}

/** Returns to the list shipped with the app. Rejects when the file cannot be deleted. */
export async function resetPrices(dataFolder: string): Promise<void> {
  await rm(toPriceFile(dataFolder), { force: true });
}

/** It may already be tomorrow in some time zone. */
function checkDate(datedOn: string, today: string): DateFailure | null {
  if (datedOn < shippedPrices.table.datedOn) return { reason: 'older', datedOn };
  return datedOn > addDays(today, 1) ? { reason: 'future', datedOn } : null;
}

/** A damaged file can still be replaced. */
function readKept(dataFolder: string): PriceTable | null {
  try {
    return readPriceFile(dataFolder);
  } catch {
    return null;
  }
}

/** Our own format, or LiteLLM's; null when it is neither. */
function toTable(text: string, today: string, onUnusable: (model: string) => void): PriceTable | null {
  try {
    const value = toRecord(JSON.parse(text));
    if (value === null) return null;
    if ('schema' in value) return parsePriceTable(value);
    return toPriceTable(value, today, ({ model }) => onUnusable(model));
  } catch {
    return null;
  }
}
