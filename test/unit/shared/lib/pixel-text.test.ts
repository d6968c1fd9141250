import { describe, expect, it } from 'vitest';
import { drawPixelText, type PixelText } from '../../../../shared/lib/pixel-text.ts';

const toRows = ({ edge, pixels }: PixelText): readonly string[] =>
  Array.from({ length: edge }, (_, row) =>
    [...pixels.slice(row * edge, (row + 1) * edge)].map((pixel) => (pixel === 1 ? '#' : '.')).join(''),
  );
const count = ({ pixels }: PixelText): number => pixels.reduce((sum, pixel) => sum + pixel, 0);

describe('drawPixelText', () => {
  it('draws a line in the middle', () => {
    expect(toRows(drawPixelText(['10'], 11, 'none'))).toEqual([
      '...........',
      '...........',
      '...#...##..',
      '..##..#..#.',
      '...#..#..#.',
      '...#..#..#.',
      '...#..#..#.',
      '...#..#..#.',
      '..###..##..',
      '...........',
      '...........',
    ]);
  });

  it('draws as large as whole pixels allow, and two lines above each other', () => {
    expect(count(drawPixelText(['8'], 32, 'none'))).toBe(16 * count(drawPixelText(['8'], 8, 'none')));
    const two = toRows(drawPixelText(['8', '8'], 16, 'none'));
    expect(two.slice(0, 7)).toEqual(two.slice(8, 15));
    expect(two[7]).toBe('.'.repeat(16));
  });

  it('says by its shape how near the limit is', () => {
    const plain = drawPixelText(['38'], 32, 'none');
    const underlined = toRows(drawPixelText(['38'], 32, 'underline'));
    expect(underlined.at(-1)).toBe('#'.repeat(32));
    expect(count(drawPixelText(['38'], 32, 'box'))).toBeGreaterThan(32 * 32 - 2 * count(plain));
  });

  it('draws two lines as large beside a mark', () => {
    for (const mark of ['none', 'underline'] as const) {
      expect(count(drawPixelText(['38', '2h'], 32, mark)) % 4).toBe(0);
    }
  });

  it.each([[[]], [['']], [['héé?']], [['8888888888']], [['1', '2', '3', '4', '5']]])(
    'draws %j without failing',
    (lines) => {
      expect(drawPixelText(lines, 16, 'box').pixels).toHaveLength(256);
    },
  );
});
