import stringWidth from 'string-width';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { Page } from '../output/page.ts';
import { formatTable, type Column } from '../output/table.ts';

/** A column of the live view. Those with the highest number are left out first where the page is too narrow. */
export interface LiveColumn extends Column {
  readonly dropped?: number;
}

const gap = 2;

/** A table with as many of its columns as fit. */
export function formatLiveTable(
  page: Page,
  columns: readonly LiveColumn[],
  rows: readonly (readonly string[])[],
  totals?: readonly string[],
): string {
  const kept = chooseColumns(page.width, columns, totals === undefined ? rows : [...rows, totals]);
  const select = (cells: readonly string[]): readonly string[] => kept.map((index) => cells[index] ?? '');
  const chosen = kept.map((index) => columns[index] ?? { head: '' });
  const lines = formatTable(page, chosen, {
    rows: rows.map(select),
    ...(totals !== undefined && { totals: select(totals) }),
  });
  return [...lines].join('\n');
}

function chooseColumns(
  width: number,
  columns: readonly LiveColumn[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  const needed = columns.map(({ head, minWidth }, index) => {
    const natural = Math.max(stringWidth(head), ...rows.map((row) => stringWidth(cleanText(row[index] ?? ''))), 1);
    return minWidth === undefined ? natural : Math.min(minWidth, natural);
  });
  let kept = columns.map((_, index) => index);
  const isTooWide = (): boolean => kept.reduce((sum, index) => sum + (needed[index] ?? 0) + gap, -gap) > width;
  const rankOf = (index: number): number => columns[index]?.dropped ?? 0;
  while (isTooWide()) {
    const last = kept.reduce((worst, index) => (rankOf(index) >= rankOf(worst) ? index : worst), kept[0] ?? 0);
    if (rankOf(last) === 0) break;
    kept = kept.filter((index) => index !== last);
  }
  return kept;
}
