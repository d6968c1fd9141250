/** Rows of a glyph from the top, `#` where it is. All have the same height. */
const glyphs: Readonly<Record<string, readonly string[]>> = {
  '0': ['.##.', '#..#', '#..#', '#..#', '#..#', '#..#', '.##.'],
  '1': ['..#.', '.##.', '..#.', '..#.', '..#.', '..#.', '.###'],
  '2': ['.##.', '#..#', '...#', '..#.', '.#..', '#...', '####'],
  '3': ['###.', '...#', '...#', '.##.', '...#', '...#', '###.'],
  '4': ['...#', '..##', '.#.#', '#..#', '####', '...#', '...#'],
  '5': ['####', '#...', '###.', '...#', '...#', '#..#', '.##.'],
  '6': ['.##.', '#...', '#...', '###.', '#..#', '#..#', '.##.'],
  '7': ['####', '...#', '..#.', '..#.', '.#..', '.#..', '.#..'],
  '8': ['.##.', '#..#', '#..#', '.##.', '#..#', '#..#', '.##.'],
  '9': ['.##.', '#..#', '#..#', '.###', '...#', '...#', '.##.'],
  h: ['#...', '#...', '###.', '#..#', '#..#', '#..#', '#..#'],
  m: ['.....', '.....', '##.#.', '#.#.#', '#.#.#', '#.#.#', '#.#.#'],
  d: ['...#', '...#', '.###', '#..#', '#..#', '#..#', '.###'],
  k: ['#...', '#...', '#..#', '#.#.', '##..', '#.#.', '#..#'],
  M: ['#...#', '##.##', '#.#.#', '#.#.#', '#...#', '#...#', '#...#'],
  B: ['###.', '#..#', '#..#', '###.', '#..#', '#..#', '###.'],
  A: ['.##.', '#..#', '#..#', '####', '#..#', '#..#', '#..#'],
  C: ['.##.', '#..#', '#...', '#...', '#...', '#..#', '.##.'],
  D: ['###.', '#..#', '#..#', '#..#', '#..#', '#..#', '###.'],
  E: ['####', '#...', '#...', '###.', '#...', '#...', '####'],
  F: ['####', '#...', '#...', '###.', '#...', '#...', '#...'],
  G: ['.##.', '#..#', '#...', '#.##', '#..#', '#..#', '.###'],
  H: ['#..#', '#..#', '#..#', '####', '#..#', '#..#', '#..#'],
  I: ['###', '.#.', '.#.', '.#.', '.#.', '.#.', '###'],
  J: ['...#', '...#', '...#', '...#', '...#', '#..#', '.##.'],
  K: ['#..#', '#..#', '#.#.', '##..', '#.#.', '#..#', '#..#'],
  L: ['#...', '#...', '#...', '#...', '#...', '#...', '####'],
  N: ['#..#', '##.#', '##.#', '#.##', '#.##', '#..#', '#..#'],
  O: ['.###.', '#...#', '#...#', '#...#', '#...#', '#...#', '.###.'],
  P: ['###.', '#..#', '#..#', '###.', '#...', '#...', '#...'],
  Q: ['.##.', '#..#', '#..#', '#..#', '#..#', '#.#.', '.#.#'],
  R: ['###.', '#..#', '#..#', '###.', '#.#.', '#..#', '#..#'],
  S: ['.###', '#...', '#...', '.##.', '...#', '...#', '###.'],
  T: ['###', '.#.', '.#.', '.#.', '.#.', '.#.', '.#.'],
  U: ['#..#', '#..#', '#..#', '#..#', '#..#', '#..#', '.##.'],
  V: ['#..#', '#..#', '#..#', '#..#', '#..#', '.##.', '.##.'],
  W: ['#...#', '#...#', '#...#', '#.#.#', '#.#.#', '##.##', '#...#'],
  X: ['#..#', '#..#', '.##.', '.##.', '.##.', '#..#', '#..#'],
  Y: ['#.#', '#.#', '#.#', '.#.', '.#.', '.#.', '.#.'],
  Z: ['####', '...#', '..#.', '..#.', '.#..', '#...', '####'],
  '.': ['.', '.', '.', '.', '.', '#', '#'],
};
const glyphHeight = 7;

/** How urgently a picture of text asks for attention, by shape and not by color. */
export type PixelMark = 'none' | 'underline' | 'box';

/** A square picture of text, row by row: 1 where it is. */
export interface PixelText {
  readonly edge: number;
  readonly pixels: Uint8Array;
}

/**
 * Draws short lines as large as whole pixels allow into a square, in its middle. Characters without a glyph are left
 * out. The lowest pixels are for the mark.
 */
export function drawPixelText(lines: readonly string[], edge: number, mark: PixelMark): PixelText {
  const drawn = lines.map(toRows);
  const width = Math.max(1, ...drawn.map((line) => line[0]?.length ?? 0));
  const height = Math.max(1, drawn.length * (glyphHeight + 1) - 1);
  const margin = mark === 'box' ? 1 : 0;
  const room = edge - (mark === 'none' ? 0 : 2);
  const scale = Math.max(1, Math.floor(Math.min((edge - 2 * margin) / width, room / height)));
  const pixels = new Uint8Array(edge * edge);
  const top = Math.floor((room - height * scale) / 2) + margin;
  drawn.forEach((line, index) => {
    const left = Math.floor((edge - (line[0]?.length ?? 0) * scale) / 2);
    fill(pixels, edge, line, scale, left, top + index * (glyphHeight + 1) * scale);
  });
  if (mark === 'underline') pixels.fill(1, edge * (edge - Math.max(1, Math.floor(edge / 32))));
  return { edge, pixels: mark === 'box' ? pixels.map((pixel) => 1 - pixel) : pixels };
}

/** The rows of a line, with a column between its glyphs. */
function toRows(line: string): readonly string[] {
  const letters = [...line].flatMap((character) => (glyphs[character] === undefined ? [] : [glyphs[character]]));
  return Array.from({ length: glyphHeight }, (_, row) => letters.map((letter) => letter[row] ?? '').join('.'));
}

function fill(
  pixels: Uint8Array,
  edge: number,
  rows: readonly string[],
  scale: number,
  left: number,
  top: number,
): void {
  for (let y = 0; y < rows.length * scale; y++) {
    const row = rows[Math.floor(y / scale)] ?? '';
    for (let x = 0; x < row.length * scale; x++) {
      const [column, line] = [left + x, top + y];
      const isInside = column >= 0 && column < edge && line >= 0 && line < edge;
      if (isInside && row[Math.floor(x / scale)] === '#') pixels[line * edge + column] = 1;
    }
  }
}
