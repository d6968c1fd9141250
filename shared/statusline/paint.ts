import type { Placed } from './layout.ts';
import { toText, type Segment, type Tone } from './segment.ts';

/** How cells are separated: by the template's own text, or by backgrounds with arrows between them. */
export const lineStyles = ['plain', 'powerline'] as const;
export type LineStyle = (typeof lineStyles)[number];

/** Foregrounds of the terminal's own palette, so that they follow its theme. */
const foreground: Readonly<Record<Tone, string>> = {
  plain: '',
  dim: '2',
  accent: '36',
  good: '32',
  warning: '33',
  critical: '31',
};
/** Backgrounds of the 256 colours that are dark grey in every theme, by turns. */
const backgrounds = [238, 236] as const;
/** Foregrounds on them: the theme's own could be just as dark. */
const foregroundOnGrey: Readonly<Record<Tone, string>> = {
  plain: '38;5;252',
  dim: '38;5;249',
  accent: '38;5;116',
  good: '38;5;114',
  warning: '38;5;221',
  critical: '38;5;210',
};
const arrow = '\ue0b0';
const escape = '\u001b[';
const reset = `${escape}0m`;

/** What the style adds to the width of each cell. */
export function frameWidthOf(style: LineStyle, hasColor: boolean): number {
  return style === 'powerline' && hasColor ? 3 : 0;
}

/** A line as text for a terminal. Without colours every style is plain. */
export function paintLine(placed: readonly Placed[], style: LineStyle, hasColor: boolean): string {
  if (!hasColor) return placed.map(({ segment }) => toText(segment)).join('');
  return style === 'plain' ? placed.map(({ segment }) => paintSegment(segment)).join('') : paintPowerline(placed);
}

function paintPowerline(placed: readonly Placed[]): string {
  const cells = placed.filter(({ kind }) => kind !== 'text');
  let nth = 0;
  return cells
    .map(({ kind, segment }, index) => {
      if (kind === 'flex') return toText(segment);
      const background = backgrounds[nth % backgrounds.length]!;
      nth += 1;
      const next = cells[index + 1]?.kind === 'cell' ? `;48;5;${backgrounds[nth % backgrounds.length]!}` : '';
      const body = paintSegment([{ text: ' ', tone: 'plain' }, ...segment, { text: ' ', tone: 'plain' }], background);
      return `${body}${escape}38;5;${background}${next}m${arrow}${reset}`;
    })
    .join('');
}

function paintSegment(segment: Segment, background: number | null = null): string {
  return segment
    .map(({ text, tone }) => {
      const codes = background === null ? foreground[tone] : `${foregroundOnGrey[tone]};48;5;${background}`;
      return codes === '' || text === '' ? text : `${escape}${codes}m${text}${reset}`;
    })
    .join('');
}
