import type { Forms, Segment, StyledSpan } from './segment.ts';
import { span, toText } from './segment.ts';
import { cutToWidth, textWidth } from './text-width.ts';

/** A part of a line with what it shows: text between cells, a cell, or the space that grows. */
export type LinePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cell'; readonly forms: Forms; readonly priority: number }
  | { readonly kind: 'flex' };

/** A part that is shown: `cell` for the styles that frame cells. */
export interface Placed {
  readonly kind: 'text' | 'cell' | 'flex';
  readonly segment: Segment;
}

interface Cell {
  form: number;
  isShown: boolean;
}

/**
 * Chooses the forms in which a line fits into `width` columns: the least important cell is shortened, then left out,
 * until it does. Text only appears between cells that are shown. `frameWidth` is what a style adds to each cell. Null:
 * any width.
 */
export function fitLine(parts: readonly LinePart[], width: number | null, frameWidth = 0): readonly Placed[] {
  const cells = parts.map((part): Cell => ({ form: 0, isShown: part.kind === 'cell' && part.forms.length > 0 }));
  for (;;) {
    const placed = place(parts, cells);
    const used = widthOf(placed, frameWidth);
    // Without a known width, there is no right edge to align to.
    if (width === null) return placed[0]?.kind === 'flex' ? placed.slice(1) : placed;
    if (used <= width) return fill(placed, width - used);
    if (!shrink(parts, cells)) return cutLine(placed, Math.max(0, width - frameWidth));
  }
}

/** How many columns the parts take, with their frames. */
function widthOf(placed: readonly Placed[], frameWidth: number): number {
  // A style that frames cells leaves out the text between them.
  const shown = frameWidth > 0 ? placed.filter(({ kind }) => kind !== 'text') : placed;
  return shown.reduce(
    (sum, { kind, segment }) => sum + textWidth(toText(segment)) + (kind === 'cell' ? frameWidth : 0),
    0,
  );
}

/** The cells that are shown, with the last text or space before each of them. */
function place(parts: readonly LinePart[], cells: readonly Cell[]): readonly Placed[] {
  const placed: Placed[] = [];
  let between: Placed | null = null;
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'cell') {
      if (!cells[index]!.isShown) continue;
      if (between !== null) placed.push(between);
      placed.push({ kind: 'cell', segment: part.forms[cells[index]!.form]! });
      between = null;
    } else if (part.kind === 'flex') {
      between = { kind: 'flex', segment: [span(' ')] };
    } else if (between?.kind !== 'flex' && (between === null || !isOnlySpace(part.text))) {
      between = { kind: 'text', segment: [span(part.text, 'dim')] };
    }
  }
  const hasCell = placed.some(({ kind }) => kind === 'cell');
  // Text after the last cell ends the line, unless it only separates.
  if (hasCell && between !== null && parts.at(-1)?.kind === 'text' && isClosing(between)) placed.push(between);
  return withoutLeadingSeparator(placed, parts);
}

function isOnlySpace(text: string): boolean {
  return text.trim() === '';
}

function isClosing({ kind, segment }: Placed): boolean {
  return kind === 'text' && /\p{L}|\p{N}|[)\]}]/u.test(toText(segment));
}

/** Text before the first cell stays only where the template begins with it. */
function withoutLeadingSeparator(placed: readonly Placed[], parts: readonly LinePart[]): readonly Placed[] {
  const [first] = placed;
  if (first === undefined || first.kind !== 'text') return placed;
  return parts[0]?.kind === 'text' && toText(first.segment) === parts[0].text ? placed : placed.slice(1);
}

/** Shortens the least important cell, or leaves it out; false when a single one in its shortest form is left. */
function shrink(parts: readonly LinePart[], cells: readonly Cell[]): boolean {
  const shown = parts.flatMap((part, index) =>
    part.kind === 'cell' && cells[index]!.isShown ? [{ part, index }] : [],
  );
  const canShorten = shown.filter(({ part, index }) => cells[index]!.form < part.forms.length - 1);
  const byPriority = (list: typeof shown) =>
    list.reduce<(typeof shown)[number] | null>(
      (lowest, each) => (lowest === null || each.part.priority < lowest.part.priority ? each : lowest),
      null,
    );
  const shortened = byPriority(canShorten);
  if (shortened !== null) {
    cells[shortened.index]!.form += 1;
    return true;
  }
  const left = byPriority(shown);
  if (left === null || shown.length === 1) return false;
  cells[left.index]!.isShown = false;
  return true;
}

/** Gives the spare columns to the spaces that grow, evenly. */
function fill(placed: readonly Placed[], spare: number): readonly Placed[] {
  const flexes = placed.filter(({ kind }) => kind === 'flex').length;
  if (flexes === 0 || spare <= 0) return placed;
  let nth = 0;
  return placed.map((part) => {
    if (part.kind !== 'flex') return part;
    const share = Math.floor(spare / flexes) + (nth < spare % flexes ? 1 : 0);
    nth += 1;
    return { kind: 'flex', segment: [span(' '.repeat(1 + share))] };
  });
}

/** Cuts what does not fit in any form, with an ellipsis. */
function cutLine(placed: readonly Placed[], width: number): readonly Placed[] {
  const spans: StyledSpan[] = [];
  let left = width - 1;
  for (const { text, tone } of placed.flatMap(({ segment }) => segment)) {
    if (left <= 0) break;
    const kept = cutToWidth(text, left);
    spans.push({ text: kept, tone });
    if (kept !== text) break;
    left -= textWidth(kept);
  }
  return width < 1 ? [] : [{ kind: 'cell', segment: [...spans, span('…', 'dim')] }];
}
