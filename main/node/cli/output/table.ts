import { cleanText } from '../../../../shared/lib/clean-text.ts';
import stringWidth from 'string-width';
import { cutText } from './cut-text.ts';
import { messages } from '../messages.ts';
import { toPathLink } from './hyperlink.ts';
import { bold, dim, wrapText, type TablePage } from './page.ts';

/** A column of a table. */
export interface Column {
  readonly head: string;
  /** Numbers are aligned right; the default is left. */
  readonly align?: 'left' | 'right';
  /** The column may shrink to this width when the table is wider than the page. Other columns keep their width. */
  readonly minWidth?: number;
  /** Its cells are folders or files, which become links where they are wanted. */
  readonly link?: 'path';
  /** Which end of a long cell is kept; the default is the start. */
  readonly keep?: 'start' | 'end';
  /** Where a terminal is too narrow, columns with the highest number are left out first; those without one stay. */
  readonly dropped?: number;
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
 * far. On a terminal, where a line that is too long would be broken, columns are left out until it fits, and named below.
 * Control characters in cells are dropped. The first line is yielded after all rows have been measured, every other line
 * when it is asked for, so that a table of any length is laid out only as fast as it is written.
 */
export function* formatTable(page: TablePage, columns: readonly Column[], table: TableRows): Generator<string> {
  const measured = measureTable(columns, table);
  const kept = page.isTerminal ? chooseColumns(page.width, measured) : columns.map((_, index) => index);
  yield* layOutTable(page, measured, kept);
  const missing = columns.filter((_, index) => !kept.includes(index)).map(({ head }) => head.trim());
  if (missing.length > 0) yield dim(page, wrapText(page, messages.cli.tables.noRoom(missing)));
}

/** The lines of a table with as many of its columns as fit, wherever it is written. */
export function formatFittingTable(page: TablePage, columns: readonly Column[], table: TableRows): Iterable<string> {
  const measured = measureTable(columns, table);
  return layOutTable(page, measured, chooseColumns(page.width, measured));
}

interface MeasuredTable {
  readonly columns: readonly Column[];
  readonly header: MeasuredRow;
  readonly body: readonly MeasuredRow[];
  readonly footer: readonly MeasuredRow[];
  /** How wide each column is at most. */
  readonly natural: readonly number[];
}

function measureTable(columns: readonly Column[], { rows, totals }: TableRows): MeasuredTable {
  const header = measureRow(columns.map(({ head }) => head));
  const body = Array.from(rows, measureRow);
  const footer = totals === undefined ? [] : [measureRow(totals)];
  const natural = columns.map((_, index) => {
    let max = 1;
    for (const part of [[header], body, footer]) for (const row of part) max = Math.max(max, row.widths[index] ?? 0);
    return max;
  });
  return { columns, header, body, footer, natural };
}

function* layOutTable(page: TablePage, table: MeasuredTable, kept: readonly number[]): Generator<string> {
  const columns = kept.map((index) => table.columns[index] ?? { head: '' });
  const natural = kept.map((index) => table.natural[index] ?? 1);
  const widths = fitWidths(page.width, columns, natural);
  const toLine = (row: MeasuredRow): string => layOutRow(page, row, { kept, widths, columns });
  yield bold(page, toLine(table.header));
  for (const row of table.body) yield toLine(row);
  for (const row of table.footer) {
    yield '─'.repeat(Math.min(page.width, sumWidths(widths)));
    yield bold(page, toLine(withLabel(row, kept)));
  }
}

/** Keeps the label of the last row, even if its column has been left out. */
function withLabel(row: MeasuredRow, kept: readonly number[]): MeasuredRow {
  const [first = 0] = kept;
  if (first === 0) return row;
  const text = [row.cells[0], row.cells[first]].filter(Boolean).join(' ');
  const cells = row.cells.with(first, text);
  return { cells, widths: row.widths.with(first, stringWidth(text)) };
}

/** Leaves out the columns with the highest numbers until the others fit, the last of those with the same. */
function chooseColumns(pageWidth: number, { columns, natural }: MeasuredTable): readonly number[] {
  const needed = columns.map(({ minWidth }, index) => Math.min(minWidth ?? Infinity, natural[index] ?? 1));
  const rankOf = (index: number): number => columns[index]?.dropped ?? 0;
  let kept = columns.map((_, index) => index);
  while (sumWidths(kept.map((index) => needed[index] ?? 0)) > pageWidth) {
    const last = kept.reduce((worst, index) => (rankOf(index) >= rankOf(worst) ? index : worst), kept[0] ?? 0);
    if (rankOf(last) === 0) break;
    kept = kept.filter((index) => index !== last);
  }
  return kept;
}

function sumWidths(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + gap, -gap);
}

function measureRow(row: readonly string[]): MeasuredRow {
  const cells = row.map(cleanText);
  return { cells, widths: cells.map((cell) => stringWidth(cell)) };
}

/** Shrinks the widest column that may shrink, until the table fits the page. */
function fitWidths(pageWidth: number, columns: readonly Column[], natural: readonly number[]): readonly number[] {
  const widths = [...natural];
  let excess = sumWidths(widths) - pageWidth;
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

interface Layout {
  readonly kept: readonly number[];
  readonly widths: readonly number[];
  readonly columns: readonly Column[];
}

function layOutRow(page: TablePage, row: MeasuredRow, { kept, widths, columns }: Layout): string {
  const cells = columns.map(({ align, keep, link }, index) => {
    const width = widths[index] ?? 0;
    const cell = row.cells[kept[index] ?? index] ?? '';
    const cellWidth = row.widths[kept[index] ?? index] ?? 0;
    const fitted = cellWidth <= width ? { text: cell, width: cellWidth } : cutText(cell, width, keep ?? 'start');
    const text = link === 'path' ? toPathLink(page, cell, fitted.text) : fitted.text;
    const padding = ' '.repeat(width - fitted.width);
    return align === 'right' ? padding + text : text + padding;
  });
  return cells.join(' '.repeat(gap)).trimEnd();
}
