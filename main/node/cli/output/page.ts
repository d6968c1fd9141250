import { styleText } from 'node:util';
import type { ClockChoice } from '../../../../shared/domain/clock-choice.ts';
import type { Currency } from '../../../../shared/domain/money.ts';
import type { CliHost } from '../cli-host.ts';
import type { CostMode } from '../../../../shared/domain/price-choices.ts';

/** What text is laid out for: a terminal, a pipe or a file. */
export interface Page {
  /** Available columns. */
  readonly width: number;
  readonly hasColor: boolean;
  /** A terminal breaks lines that are too long; a pipe or a file gets every column. */
  readonly isTerminal: boolean;
  /** The name of this machine, which links to its folders carry; null without links. */
  readonly linkHost: string | null;
  /** Time zone of days and times. */
  readonly timeZone: string;
  /** How times of day are written; `system` is 24 hours here. */
  readonly clock: ClockChoice;
  readonly nowMs: number;
  /** Currency of all amounts, and where costs come from. */
  readonly currency: Currency;
  readonly costMode: CostMode;
}

/** The part of a page that a table needs. */
export type TablePage = Pick<Page, 'width' | 'hasColor' | 'isTerminal' | 'linkHost'>;

/** Width for pipes and files, and for a terminal that does not report its size. */
export const defaultPageWidth = 100;

/** The page of a stream. https://no-color.org: any value of `NO_COLOR` but an empty one. */
export function toTablePage(
  { stdout, variables, hostName }: Pick<CliHost, 'stdout' | 'variables' | 'hostName'>,
  hasLinks: boolean,
): TablePage {
  const { isTerminal, columns } = stdout;
  const isDumb = variables['TERM'] === 'dumb';
  return {
    width: isTerminal && columns !== undefined && columns > 0 ? columns : defaultPageWidth,
    hasColor: isTerminal && (variables['NO_COLOR'] ?? '') === '' && !isDumb,
    isTerminal,
    linkHost: hasLinks && isTerminal && !isDumb ? hostName : null,
  };
}

/** For headings. */
export function bold(page: Pick<Page, 'hasColor'>, text: string): string {
  return page.hasColor ? styleText('bold', text, { validateStream: false }) : text;
}

/** For side notes. */
export function dim(page: Pick<Page, 'hasColor'>, text: string): string {
  return page.hasColor ? styleText('dim', text, { validateStream: false }) : text;
}

/** Wraps a sentence at spaces to the width of the page; all lines but the first are indented by `indent` columns. */
export function wrapText(page: Pick<Page, 'width'>, text: string, indent = 0): string {
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
