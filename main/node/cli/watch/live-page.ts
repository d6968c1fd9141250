import stringWidth from 'string-width';
import { stripVTControlCharacters } from 'node:util';
import { cutText } from '../output/cut-text.ts';
import type { Page } from '../output/page.ts';
import type { Paint } from '../theme/paint.ts';

/** A page of the live view. */
export interface LivePage extends Page {
  readonly paint: Paint;
  /** Lines of the terminal; null where the view may be as long as it is. */
  readonly rows: number | null;
}

/** Cuts a line that is wider than the page; such a line loses its colours. */
export function fitLine(line: string, width: number): string {
  if (stringWidth(line) <= width) return line;
  return cutText(stripVTControlCharacters(line), width, 'start').text;
}

/** Places two texts beside each other, the right one from column `at` on. */
export function joinColumns(left: string, right: string, at: number): string {
  const [leftLines, rightLines] = [left.split('\n'), right.split('\n')];
  return Array.from({ length: Math.max(leftLines.length, rightLines.length) }, (_, index) => {
    const line = fitLine(leftLines[index] ?? '', at - 1);
    return (line + ' '.repeat(Math.max(0, at - stringWidth(line))) + (rightLines[index] ?? '')).trimEnd();
  }).join('\n');
}
