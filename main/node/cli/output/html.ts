import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { DataTable } from './data-table.ts';

/** The text above the table. */
export interface HtmlHeading {
  readonly title: string;
  readonly note: string;
}

/** Nothing is loaded and nothing runs, whatever a name contains. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";
const style = [
  ':root{color-scheme:light dark}',
  'body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem}',
  'h1{font-size:1.3rem;margin:0}p{margin:.2rem 0 1rem}',
  '.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}',
  'th,td{text-align:left;padding:.3rem .7rem;border-bottom:1px solid #8886;overflow-wrap:anywhere}',
  '.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}',
  'tfoot td{font-weight:600;border-top:2px solid #8889}',
].join('');

/** Yields the lines of one self-contained page. Everything from logs is text, never markup. */
export function* formatHtml({ columns, rows, totals }: DataTable, { title, note }: HtmlHeading): Generator<string> {
  const attribute = (index: number): string => (columns[index]?.align === 'right' ? ' class="n"' : '');
  const toRow = (cells: readonly string[], tag: 'td' | 'th'): string =>
    `<tr>${cells.map((cell, index) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}${attribute(index)}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  yield '<!doctype html>';
  yield '<html lang="en"><head><meta charset="utf-8">';
  yield `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">';
  yield `<title>${escapeHtml(title)}</title><style>${style}</style></head>`;
  yield `<body><h1>${escapeHtml(title)}</h1><p>${escapeHtml(note)}</p><div class="scroll"><table>`;
  yield `<thead>${toRow(
    columns.map(({ head }) => head),
    'th',
  )}</thead><tbody>`;
  for (const row of rows) yield toRow(row, 'td');
  yield '</tbody>';
  if (totals !== undefined) yield `<tfoot>${toRow(totals, 'td')}</tfoot>`;
  yield '</table></div></body></html>';
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return cleanText(text)
    .trim()
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
