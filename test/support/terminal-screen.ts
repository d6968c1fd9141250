import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter();
/** What a terminal obeys. */
const sequence = /^\p{Cc}(?:\[([?\d;]*)([@-~])|\]([^\p{Cc}]*)\p{Cc}\\?|[@-Z\\^_=>78])/u;

/**
 * What a terminal of that size shows after it received some output: its lines without styles, and without spaces at their
 * ends. Knows what our live views use: cursor addressing, erasing, and the screen of their own; after that is left, what
 * was there before stands again. Wrapping is off, as the views have it.
 */
export function toScreen(output: string, columns: number, rows: number): string {
  let screen = createCells(columns, rows);
  let main: { readonly screen: string[][]; readonly row: number; readonly column: number } | null = null;
  let [row, column] = [0, 0];
  const obey = (parameters: string, command: string): void => {
    const [first = 1, second = 1] = parameters.split(';').map((text) => Number(text) || 1);
    if (command === 'H') [row, column] = [Math.min(rows, first) - 1, Math.min(columns, second) - 1];
    if (command === 'A') row = Math.max(0, row - first);
    if (command === 'K') screen[row]!.fill(' ', parameters === '2' ? 0 : column);
    if (command === 'J') {
      screen[row]!.fill(' ', column);
      for (const line of screen.slice(row + 1)) line.fill(' ');
    }
    if (parameters === '?1049' && command === 'h') {
      main = { screen, row, column };
      screen = createCells(columns, rows);
    }
    if (parameters === '?1049' && command === 'l' && main !== null) {
      ({ screen, row, column } = main);
      main = null;
    }
  };
  for (let rest = output; rest !== '';) {
    const found = rest.startsWith('\u001b') ? sequence.exec(rest) : null;
    if (found !== null) {
      obey(found[1] ?? '', found[2] ?? '');
      rest = rest.slice(found[0].length);
      continue;
    }
    const [{ segment } = { segment: rest }] = graphemes.segment(rest);
    rest = rest.slice(segment.length);
    if (segment.includes('\n')) [row, column] = [Math.min(rows - 1, row + 1), 0];
    else if (segment === '\r') column = 0;
    else {
      const width = stringWidth(segment);
      const at = Math.min(column, columns - width);
      screen[row]![at] = segment;
      if (width === 2) screen[row]![at + 1] = '';
      column = Math.min(columns, column + width);
    }
  }
  return screen.map((line) => line.join('').trimEnd()).join('\n');
}

function createCells(columns: number, rows: number): string[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => ' '));
}
