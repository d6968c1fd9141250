/** The most characters that a field may have; one that is longer is cut. */
const longestField = 4_096;

/**
 * Rows of a CSV text (RFC 4180): fields in quotes may contain commas, line ends and doubled quotes. Never throws: a
 * quote that is not closed ends with the text. Empty lines are left out; a byte order mark is not part of the first field.
 */
export function* parseCsv(text: string): Generator<readonly string[]> {
  let row: string[] = [];
  let index = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (index < text.length) {
    const field = text[index] === '"' ? readQuoted(text, index + 1) : readPlain(text, index);
    row.push(field.value.slice(0, longestField));
    index = field.end;
    if (text[index] === ',') {
      index += 1;
      if (index < text.length) continue;
      row.push('');
    }
    if (text[index] === '\r') index += 1;
    if (text[index] === '\n') index += 1;
    if (row.length > 1 || row[0] !== '') yield row;
    row = [];
  }
  if (row.length > 0) yield row;
}

interface Field {
  readonly value: string;
  /** Where the separator after it is. */
  readonly end: number;
}

const plainEnd = /[,\r\n]/g;

function readPlain(text: string, start: number): Field {
  plainEnd.lastIndex = start;
  const end = plainEnd.exec(text)?.index ?? text.length;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): Field {
  const parts: string[] = [];
  let from = start;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { value: [...parts, text.slice(from)].join(''), end: text.length };
    parts.push(text.slice(from, quote));
    if (text[quote + 1] !== '"') {
      // Text between the closing quote and the separator belongs to no field.
      return { value: parts.join(''), end: readPlain(text, quote + 1).end };
    }
    parts.push('"');
    from = quote + 2;
  }
}
