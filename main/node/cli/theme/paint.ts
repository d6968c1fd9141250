import type { Palette, Role } from './themes.ts';

/** How many colours a terminal has. */
export type ColorDepth = 'none' | '16' | '256' | 'true';

/** Writes a text in the colour of a role. */
export type Paint = (role: Role, text: string) => string;

/** The depth by the variables that terminals set. */
export function findColorDepth(variables: Readonly<Record<string, string | undefined>>): Exclude<ColorDepth, 'none'> {
  const { COLORTERM: colors = '', TERM: terminal = '' } = variables;
  if (/truecolor|24bit/i.test(colors)) return 'true';
  return /256color/.test(terminal) ? '256' : '16';
}

/** Builds it for a depth; a null `palette` means the terminal's own colours. */
export function createPaint(depth: ColorDepth, palette: Palette | null): Paint {
  if (depth === 'none') return (_, text) => text;
  if (palette === null || depth === '16') return (role, text) => `\u001b[${ownColors[role]}m${text}\u001b[0m`;
  const toCode = depth === 'true' ? toTrueColor : toIndexedColor;
  return (role, text) => `\u001b[${toCode(palette[role])}m${text}\u001b[0m`;
}

/** Codes of the 16 colours that a person can set; those of text that must stay legible are left as they are. */
const ownColors: Readonly<Record<Role, number>> = {
  good: 32,
  warning: 33,
  critical: 31,
  accent: 36,
  muted: 2,
  first: 36,
  second: 35,
  third: 33,
  rest: 2,
};

function toTrueColor(color: string): string {
  return `38;2;${toChannels(color).join(';')}`;
}

function toIndexedColor(color: string): string {
  return `38;5;${toIndex(color)}`;
}

/** The channels of `#rrggbb`, 0 to 255. */
export function toChannels(color: string): readonly number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}

const cubeLevels = [0, 95, 135, 175, 215, 255];

/** The nearest colour of the 6 x 6 x 6 cube or of the 24 greys that all terminals with 256 colours share. */
function toIndex(color: string): number {
  const channels = toChannels(color);
  const candidates = Array.from({ length: 240 }, (_, index) => index + 16);
  const distance = (index: number): number =>
    fromIndex(index).reduce((sum, value, channel) => sum + (value - (channels[channel] ?? 0)) ** 2, 0);
  return candidates.reduce((best, index) => (distance(index) < distance(best) ? index : best));
}

/** The channels of a colour with an index of 16 to 255. */
export function fromIndex(index: number): readonly number[] {
  if (index >= 232) return [0, 0, 0].map(() => 8 + (index - 232) * 10);
  const at = index - 16;
  return [Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6].map((level) => cubeLevels[level] ?? 0);
}
