import Table from 'cli-table3';
import { cleanText } from './clean-text.ts';
import { strong, type Page } from './page.ts';

/** A column of a table. */
export interface Column {
  readonly head: string;
  /** Numbers stand at the right; the default is left. */
  readonly align?: 'left' | 'right';
  /** Gives way when the table is wider than the page, down to so many columns; others never do. */
  readonly minWidth?: number;
  /** Which end of a text that is too long is kept; the default is the start. */
  readonly keep?: 'start' | 'end';
}

/** The last row of totals, if the table has one. */
export interface TableRows {
  readonly rows: readonly (readonly string[])[];
  readonly totals?: readonly string[] | undefined;
}

const gap = 2;
const noBorders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(gap),
} as const;

/**
 * Lays a table out in aligned columns without borders, at most as wide as the page as far as its columns give way.
 * Control characters in cells are dropped. Ends without a line feed.
 */
export function formatTable(page: Page, columns: readonly Column[], { rows, totals }: TableRows): string {
  const clean = [...rows, ...(totals === undefined ? [] : [totals])].map((cells) => cells.map(cleanText));
  const widths = fitWidths(page.width, columns, [columns.map(({ head }) => head), ...clean]);
  const table = new Table({
    chars: noBorders,
    colAligns: columns.map(({ align }) => align ?? 'left'),
    colWidths: [...widths],
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    truncate: '…',
  });
  table.push(columns.map(({ head }) => head));
  for (const cells of clean) table.push(cells.map((cell, index) => cut(cell, widths[index] ?? 0, columns[index])));
  const lines = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  const rule = '─'.repeat(Math.max(...lines.map((line) => line.length)));
  lines[0] = strong(page, lines[0] ?? '');
  if (totals !== undefined) lines.splice(-1, 1, rule, strong(page, lines.at(-1) ?? ''));
  return lines.join('\n');
}

function fitWidths(
  pageWidth: number,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  const widths = columns.map((_, index) => Math.max(1, ...rows.map((cells) => toWidth(cells[index] ?? ''))));
  let excess = widths.reduce((sum, width) => sum + width + gap, -gap) - pageWidth;
  while (excess > 0) {
    const widest = columns.reduce<number | null>((best, { minWidth }, index) => {
      const width = widths[index] ?? 0;
      const gives = minWidth !== undefined && width > minWidth;
      return gives && (best === null || width > (widths[best] ?? 0)) ? index : best;
    }, null);
    if (widest === null) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

/** Wide characters of East Asian scripts and emoji take two columns. */
const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff01-\uff60]/u;

function toWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

/** The table itself only cuts ends off; what a path ends with says more than how it begins. */
function cut(text: string, width: number, column: Column | undefined): string {
  if (column?.keep !== 'end' || toWidth(text) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && toWidth(characters.join('')) > width - 1) characters.shift();
  return `…${characters.join('')}`;
}
