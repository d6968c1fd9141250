import { styleText } from 'node:util';
import type { Currency } from '../../../../shared/domain/money.ts';
import type { CostMode } from '../../../../shared/domain/price-choices.ts';

/** What text is laid out for: a terminal or a file. */
export interface Page {
  /** Columns that may be used. */
  readonly width: number;
  readonly hasColor: boolean;
  /** Zone in which instants are written. */
  readonly timeZone: string;
  readonly nowMs: number;
  /** What money is written in, and where costs come from. */
  readonly currency: Currency;
  readonly costMode: CostMode;
}

/** Width of what is not written to a terminal, and of a terminal that does not tell its own. */
export const defaultPageWidth = 100;

/** Marks the heading of a table or part. */
export function bold(page: Page, text: string): string {
  return page.hasColor ? styleText('bold', text, { validateStream: false }) : text;
}

/** Marks what is said beside the point. */
export function dim(page: Page, text: string): string {
  return page.hasColor ? styleText('dim', text, { validateStream: false }) : text;
}

/** Breaks a sentence at blanks so that it fits the page; following lines are indented by `indent` columns. */
export function wrapText(page: Page, text: string, indent = 0): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > page.width) {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
