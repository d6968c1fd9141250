import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { OriginatedTable } from '../../../shared/pricing/explain-price.ts';
import { choosePrices } from '../../../shared/pricing/list-prices.ts';
import { parsePriceTable, type PriceTable } from '../../../shared/pricing/price-table.ts';

/** A list has some hundred models; a larger file is not ours. */
export const largestPriceFile = 5_000_000;

/** Where a price list that the person has fetched is kept, separate from the one shipped with the app. */
export function toPriceFile(dataFolder: string): string {
  return path.join(dataFolder, 'prices.json');
}

/** The price list in use. A file that cannot be read or is damaged is logged, and the app's own list is used. */
export function readPrices(dataFolder: string, logger: Logger): OriginatedTable {
  try {
    return choosePrices(readPriceFile(dataFolder));
  } catch (error) {
    logger.warn(`the updated price list is not used: ${String(error)}`);
    return choosePrices(null);
  }
}

/** The fetched list; null when there is none. Throws when it cannot be read, or is damaged. */
export function readPriceFile(dataFolder: string): PriceTable | null {
  const file = toPriceFile(dataFolder);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  if (!stats.isFile() || stats.size > largestPriceFile) throw new Error(`${file} is no price list`);
  return parsePriceTable(JSON.parse(readFileSync(file, 'utf8')));
}

/** Returns a function that says whether the file has been replaced or deleted since it was last asked. */
export function watchPriceFile(dataFolder: string): () => boolean {
  let known = toMark(dataFolder);
  return () => {
    const mark = toMark(dataFolder);
    const hasChanged = mark !== known;
    known = mark;
    return hasChanged;
  };
}

function toMark(dataFolder: string): string {
  try {
    const stats = statSync(toPriceFile(dataFolder), { throwIfNoEntry: false });
    return stats === undefined ? '' : `${stats.ino} ${stats.mtimeMs} ${stats.size}`;
  } catch {
    return '';
  }
}
