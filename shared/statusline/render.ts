import { cleanText } from '../lib/clean-text.ts';
import { fitLine, type LinePart } from './layout.ts';
import { frameWidthOf, paintLine, type LineStyle } from './paint.ts';
import type { Scene } from './scene.ts';
import type { Forms } from './segment.ts';
import type { TemplateLine } from './template.ts';
import { findWidget } from './widgets/all-widgets.ts';

/** How a line is drawn. */
export interface RenderOptions {
  readonly style: LineStyle;
  readonly hasColor: boolean;
  /** Columns of the terminal; null when they are unknown. */
  readonly width: number | null;
}

/** Draws the lines of a template. Lines in which nothing is known are left out; there may be none. */
export function renderLines(
  template: readonly TemplateLine[],
  scene: Scene,
  { style, hasColor, width }: RenderOptions,
): readonly string[] {
  const frameWidth = frameWidthOf(style, hasColor);
  return template.flatMap((line) => {
    const parts = line.map((part): LinePart => {
      if (part.kind !== 'widget') return part.kind === 'text' ? { kind: 'text', text: cleanText(part.text) } : part;
      const widget = findWidget(part.name);
      const forms = widget === null ? [] : clean(widget.draw(scene, part.option));
      return { kind: 'cell', forms, priority: widget?.priority ?? 0 };
    });
    const placed = fitLine(parts, width, frameWidth);
    return placed.some(({ kind }) => kind === 'cell') ? [paintLine(placed, style, hasColor)] : [];
  });
}

/** Names and titles come from logs and repositories: they must not control the terminal. */
function clean(forms: Forms): Forms {
  return forms.map((segment) => segment.map(({ text, tone }) => ({ text: cleanText(text), tone })));
}
