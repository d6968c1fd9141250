import { describe, expect, it } from 'vitest';
import { backgroundColors } from '../../../main/electron/system/appearance.ts';
import { toContrast, toDifference, visions } from '../../support/color-math.ts';
import { looks, readTokens } from '../../support/read-tokens.ts';

const surfaces = ['canvas', 'surface', 'surface-hover', 'surface-sunken'];
const series = [0, 1, 2, 3, 4, 5, 6].map((index) => `series-${index}`);

/** Text and what it stands on. */
const texts = [
  ...['text', 'text-soft', 'accent', 'warning', 'critical'].flatMap((ink) => surfaces.map((on) => [ink, on] as const)),
  ...['accent', 'warning', 'critical'].flatMap((tone) => [
    [tone, `${tone}-soft`] as const,
    ['text', `${tone}-soft`] as const,
  ]),
  ['text-soft', 'accent-soft'],
  ['on-accent', 'accent'],
  // The text of a button that cannot be undone, and a chosen option.
  ['surface', 'critical'],
  ['text', 'surface-raised'],
  ['text-soft', 'track'],
] as const;

/** What is no text and must be seen, and what it stands on. */
const marks = [
  ...['accent-fill', 'warning-fill', 'critical-fill'].flatMap((mark) =>
    ['surface', 'canvas', 'track'].map((on) => [mark, on] as const),
  ),
  ...[...series, 'line-strong', 'focus'].flatMap((mark) => ['surface', 'canvas'].map((on) => [mark, on] as const)),
];

describe.each(looks)('the colors in $scheme with $contrast contrast and the scale $colors', (look) => {
  it.each([
    { kind: 'text', pairs: texts, least: 4.5 },
    { kind: 'marks', pairs: marks, least: 3 },
  ])('have a contrast of $least for $kind', async ({ pairs, least }) => {
    const tokens = await readTokens(look);
    const colorOf = (name: string): string => {
      const color = tokens.get(name);
      if (color === undefined) throw new Error(`there is no token ${name}`);
      return color;
    };
    const faint = pairs
      .map(([ink, on]) => ({ ink, on, contrast: toContrast(colorOf(ink), colorOf(on)) }))
      .filter(({ contrast }) => contrast < least);
    expect(faint).toEqual([]);
  });
});

it('raise the contrast of text to 7 where more is wanted', async () => {
  for (const look of looks.filter(({ contrast }) => contrast === 'more')) {
    const tokens = await readTokens(look);
    for (const ink of ['text', 'text-soft', 'warning', 'critical']) {
      expect(toContrast(tokens.get(ink) ?? '', tokens.get('surface') ?? ''), ink).toBeGreaterThanOrEqual(7);
    }
  }
});

it.each(looks.filter(({ colors }) => colors === 'okabe-ito'))(
  'of the scale for all kinds of color vision differ in $scheme with $contrast contrast',
  async (look) => {
    const tokens = await readTokens(look);
    const colors = series.map((name) => tokens.get(name) ?? '');
    const alike = visions.flatMap((vision) =>
      colors.flatMap((a, index) =>
        colors
          .slice(index + 1)
          .map((b) => ({ vision, a, b, difference: toDifference(a, b, vision) }))
          .filter(({ difference }) => difference < 10),
      ),
    );
    expect(alike).toEqual([]);
  },
);

it('are those that windows have before their page is painted', async () => {
  const canvasOf = async (scheme: 'light' | 'dark'): Promise<string | undefined> =>
    (await readTokens({ scheme, contrast: 'normal', colors: 'fuelgauge' })).get('canvas');
  expect({ light: await canvasOf('light'), dark: await canvasOf('dark') }).toEqual(backgroundColors);
});
