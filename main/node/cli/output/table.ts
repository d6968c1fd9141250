import { cleanText } from '../../../../shared/lib/clean-text.ts';
import stringWidth from 'string-width';
import { cutText } from './cut-text.ts';
import { bold, type Page } from './page.ts';

/** A column of a table. */
export interface Column {
  readonly head: string;
  /** Numbers are aligned right; the default is left. */
  readonly align?: 'left' | 'right';
  /** The column may shrink to this width when the table is wider than the page. Other columns keep their width. */
  readonly minWidth?: number;
  /** Which end of a long cell is kept; the default is the start. */
  readonly keep?: 'start' | 'end';
}

/** What a table shows below its header. */
export interface TableRows {
  readonly rows: Iterable<readonly string[]>;
  /** The last row, below a rule. */
  readonly totals?: readonly string[] | undefined;
}

/** A row that has been cleaned and measured once. */
interface MeasuredRow {
  readonly cells: readonly string[];
  readonly widths: readonly number[];
}

const gap = 2;

/**
 * Yields the lines of a table: columns aligned, no borders, as wide as the page unless its columns cannot shrink that
 * far. Control characters in cells are dropped. The first line is yielded after all rows have been measured, every
 * other line when it is asked for, so that a table of any length is laid out no faster than it is written.
 */
export function* formatTable(page: Page, columns: readonly Column[], { rows, totals }: TableRows): Generator<string> {
  const header = measureRow(columns.map(({ head }) => head));
  const body = Array.from(rows, measureRow);
  const footer = totals === undefined ? [] : [measureRow(totals)];
  const natural = columns.map((_, index) => {
    let max = 1;
    for (const part of [[header], body, footer]) for (const row of part) max = Math.max(max, row.widths[index] ?? 0);
    return max;
  });
  const widths = fitWidths(page.width, columns, natural);
  yield bold(page, layOutRow(header, widths, columns));
  for (const row of body) yield layOutRow(row, widths, columns);
  for (const row of footer) {
    yield '─'.repeat(widths.reduce((sum, width) => sum + width + gap, -gap));
    yield bold(page, layOutRow(row, widths, columns));
  }
}

function measureRow(row: readonly string[]): MeasuredRow {
  const cells = row.map(cleanText);
  return { cells, widths: cells.map((cell) => stringWidth(cell)) };
}

/** Shrinks the widest column that may shrink, until the table fits the page. */
function fitWidths(pageWidth: number, columns: readonly Column[], natural: readonly number[]): readonly number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width + gap, -gap) - pageWidth;
  while (excess > 0) {
    const widest = columns.reduce<number | null>((best, { minWidth }, index) => {
      const width = widths[index] ?? 0;
      const canShrink = minWidth !== undefined && width > minWidth;
      return canShrink && (best === null || width > (widths[best] ?? 0)) ? index : best;
    }, null);
    if (widest === null) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

function layOutRow(row: MeasuredRow, widths: readonly number[], columns: readonly Column[]): string {
  const cells = columns.map(({ align, keep }, index) => {
    const width = widths[index] ?? 0;
    const cell = row.cells[index] ?? '';
    const cellWidth = row.widths[index] ?? 0;
    const fitted = cellWidth <= width ? { text: cell, width: cellWidth } : cutText(cell, width, keep ?? 'start');
    const padding = ' '.repeat(width - fitted.width);
    return align === 'right' ? padding + fitted.text : fitted.text + padding;
  });
  return cells.join(' '.repeat(gap)).trimEnd();
}
