import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { DataTable } from './data-table.ts';

/** Yields the lines of a table in GitHub Flavored Markdown. Nothing in a cell is taken for markup. */
export function* formatMarkdown({ columns, rows, totals }: DataTable): Generator<string> {
  yield toLine(columns.map(({ head }) => escape(head.trim())));
  yield toLine(columns.map(({ align }) => (align === 'right' ? '---:' : '---')));
  for (const row of rows) yield toLine(row.map((cell) => escape(cell.trim())));
  if (totals !== undefined) yield toLine(totals.map((cell) => (cell === '' ? '' : `**${escape(cell)}**`)));
}

function toLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Everything that CommonMark lets a backslash escape and that could begin something inside a cell. */
function escape(text: string): string {
  return cleanText(text).replace(/[\\`*_{}[\]<>#|~$!&]/g, '\\$&');
}
