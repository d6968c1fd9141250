import { describe, expect, it } from 'vitest';
import type { Placed } from '../../../../shared/statusline/layout.ts';
import { frameWidthOf, paintLine } from '../../../../shared/statusline/paint.ts';
import type { Tone } from '../../../../shared/statusline/segment.ts';

const cell = (text: string, tone: Tone = 'plain'): Placed => ({ kind: 'cell', segment: [{ text, tone }] });
const text = (shown: string): Placed => ({ kind: 'text', segment: [{ text: shown, tone: 'plain' }] });
const flex: Placed = { kind: 'flex', segment: [{ text: '   ', tone: 'plain' }] };
/** With `^` for the byte that begins a code. */
const paint = (placed: readonly Placed[], ...rest: [style: 'plain' | 'powerline', hasColor: boolean]) =>
  paintLine(placed, ...rest).replaceAll('\u001b[', '^');

/** The contrast of two of the 256 colours, by the rule of the WCAG. */
function contrast(front: number, back: number): number {
  const luminance = (index: number): number => {
    const steps =
      index >= 232 ? null : [Math.floor((index - 16) / 36), Math.floor((index - 16) / 6) % 6, (index - 16) % 6];
    const channels =
      steps?.map((step) => (step === 0 ? 0 : 55 + step * 40)) ?? Array<number>(3).fill(8 + (index - 232) * 10);
    const [red = 0, green = 0, blue = 0] = channels.map((value) => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return (luminance(front) + 0.05) / (luminance(back) + 0.05);
}

describe('a painted line', () => {
  it('is text alone without colours, in every style', () => {
    const line = [cell('a', 'good'), text(' | '), cell('b')];
    expect([paint(line, 'plain', false), paint(line, 'powerline', false)]).toEqual(['a | b', 'a | b']);
  });

  it('has the colours of the terminal, and none where there is nothing to colour', () => {
    const line = [
      cell('d', 'dim'),
      cell('a', 'accent'),
      cell('g', 'good'),
      cell('w', 'warning'),
      cell('c', 'critical'),
    ];
    expect(paint(line, 'plain', true)).toBe('^2md^0m^36ma^0m^32mg^0m^33mw^0m^31mc^0m');
    expect(paint([cell('p'), text(' | '), cell('', 'good')], 'plain', true)).toBe('p | ');
  });

  it('frames cells with two backgrounds by turns, leaves out the text between, and points to the next cell', () => {
    const line = [cell('a', 'good'), text(' | '), cell('b'), cell('c')];
    expect(paint(line, 'powerline', true)).toBe(
      '^38;5;252;48;5;238m ^0m^38;5;114;48;5;238ma^0m^38;5;252;48;5;238m ^0m^38;5;238;48;5;236m\ue0b0^0m' +
        '^38;5;252;48;5;236m ^0m^38;5;252;48;5;236mb^0m^38;5;252;48;5;236m ^0m^38;5;236;48;5;238m\ue0b0^0m' +
        '^38;5;252;48;5;238m ^0m^38;5;252;48;5;238mc^0m^38;5;252;48;5;238m ^0m^38;5;238m\ue0b0^0m',
    );
  });

  it('points to nothing before the space that grows', () => {
    expect(paint([cell('a'), flex, cell('b')], 'powerline', true)).toBe(
      '^38;5;252;48;5;238m ^0m^38;5;252;48;5;238ma^0m^38;5;252;48;5;238m ^0m^38;5;238m\ue0b0^0m' +
        '   ' +
        '^38;5;252;48;5;236m ^0m^38;5;252;48;5;236mb^0m^38;5;252;48;5;236m ^0m^38;5;236m\ue0b0^0m',
    );
  });

  it('can be read on these backgrounds, whatever the theme', () => {
    for (const tone of ['plain', 'dim', 'accent', 'good', 'warning', 'critical'] as const) {
      const line = paint([cell('x', tone), cell('y', tone)], 'powerline', true);
      const pairs = [...line.matchAll(/\^38;5;(\d+);48;5;(\d+)m[xy]/g)];
      expect(pairs).toHaveLength(2);
      for (const [, front, back] of pairs) expect(contrast(Number(front), Number(back))).toBeGreaterThan(4);
    }
  });

  it('is as much wider as its frames', () => {
    expect([frameWidthOf('powerline', true), frameWidthOf('powerline', false), frameWidthOf('plain', true)]).toEqual([
      3, 0, 0,
    ]);
  });
});
