import { describe, expect, it } from 'vitest';
import { createPaint, fromIndex, toChannels } from '../../../../../../main/node/cli/theme/paint.ts';
import { findPalette, palettes, type Background, type Role } from '../../../../../../main/node/cli/theme/themes.ts';

type Channels = readonly number[];

/** Backgrounds that terminals come with: xterm, VS Code, One Dark, Solarized, Gnome, Catppuccin. */
const backgrounds: Readonly<Record<Background, readonly string[]>> = {
  dark: ['#000000', '#1e1e1e', '#282c34', '#002b36', '#171421'],
  light: ['#ffffff', '#fdf6e3', '#eff1f5', '#eeeeee'],
};

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(channels: Channels): number {
  const [red = 0, green = 0, blue = 0] = linear(channels);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channels: Channels): Channels {
  return channels.map((value) => (value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
}

function contrast(a: Channels, b: Channels): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((left, right) => left - right);
  return (high + 0.05) / (low + 0.05);
}

/** Severe deuteranomaly and protanomaly (Machado, Oliveira and Fernandes 2009), in linear RGB. */
const deficiencies = {
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};

/** How far apart two linear colours look: CIE76 in Lab. */
function distance(a: Channels, b: Channels): number {
  const [left, right] = [toLab(a), toLab(b)];
  return Math.hypot(...left.map((value, index) => value - (right[index] ?? 0)));
}

function toLab([red = 0, green = 0, blue = 0]: Channels): Channels {
  const x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505;
  const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089;
  const [fx = 0, fy = 0, fz = 0] = [x, y, z].map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const cases = Object.entries(palettes).flatMap(([name, sides]) =>
  (['dark', 'light'] as const).flatMap((side) =>
    Object.entries(sides[side]).map(([role, color]) => ({ name, side, role: role as Role, color })),
  ),
);

describe('themes', () => {
  it.each(cases)('$name on $side: $role is legible, with all colours and with 256', ({ name, side, role, color }) => {
    const indexed = Number(
      /38;5;(\d+)m/.exec(createPaint('256', { ...palettes.plain.dark, [role]: color })(role, 'x'))?.[1],
    );
    for (const background of backgrounds[side]) {
      for (const channels of [toChannels(color), fromIndex(indexed)]) {
        const wanted = name === 'high-contrast' ? 7 : 4.5;
        expect(contrast(channels, toChannels(background)), `${color} on ${background}`).toBeGreaterThanOrEqual(wanted);
      }
    }
  });

  it.each(['dark', 'light'] as const)('good, warning and critical differ for colour-blind people on %s', (side) => {
    const { good, warning, critical } = palettes['color-blind'][side];
    for (const matrix of Object.values(deficiencies)) {
      const [a = [], b = [], c = []] = [good, warning, critical].map((color) => {
        const seen = linear(toChannels(color));
        return matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (seen[index] ?? 0), 0));
      });
      for (const [left, right] of [
        [a, b],
        [b, c],
        [a, c],
      ] as const)
        expect(distance(left, right)).toBeGreaterThan(20);
    }
  });

  it('uses the colours of the terminal while its background is not known', () => {
    expect(findPalette('auto', null)).toBeNull();
    expect(findPalette('auto', 'light')).toBe(palettes.plain.light);
    expect(findPalette('dark', 'light')).toBe(palettes.plain.dark);
    expect(findPalette('high-contrast', 'light')).toBe(palettes['high-contrast'].light);
    expect(createPaint('true', null)('critical', 'x')).toBe('\u001b[31mx\u001b[0m');
    expect(createPaint('16', palettes.plain.dark)('good', 'x')).toBe('\u001b[32mx\u001b[0m');
    expect(createPaint('none', palettes.plain.dark)('good', 'x')).toBe('x');
  });
});
