import { drawBar } from '../bar.ts';
import type { Scene, Widget } from '../scene.ts';
import { span, type Forms, type Tone } from '../segment.ts';

const barCells = 8;

/** How full the context is on the way to the next compaction; of the whole window where that is unknown. */
export const context: Widget = {
  priority: 90,
  draw(scene) {
    const fill = toFill(scene);
    if (fill === null) return [];
    const { words, status, options } = scene;
    const text = fill.isEstimated ? words.estimated(words.percent(fill.percent)) : words.percent(fill.percent);
    const tokens = status.context?.usedTokens ?? null;
    const [warning, critical] = options.contextPercents;
    const tone: Tone = fill.percent >= critical ? 'critical' : fill.percent >= warning ? 'warning' : 'good';
    const name = span(`${words.contextName} `, 'dim');
    const bar = span(`${drawBar(fill.percent, barCells)} `, tone);
    return [
      [name, bar, span(words.context(text, tokens === null ? null : words.count(tokens)), tone)],
      [name, bar, span(text, tone)],
      [name, span(text, tone)],
      [span(text, tone)],
    ] satisfies Forms;
  },
};

function toFill({ status }: Scene): { readonly percent: number; readonly isEstimated: boolean } | null {
  const { context } = status;
  if (context === null) return null;
  const { usedTokens, usedPercent, sizeTokens, compactsAtTokens } = context;
  const tokens = usedTokens ?? (usedPercent === null || sizeTokens === null ? null : (usedPercent / 100) * sizeTokens);
  if (tokens !== null && compactsAtTokens) {
    return { percent: Math.min(100, (tokens / compactsAtTokens) * 100), isEstimated: true };
  }
  return usedPercent === null ? null : { percent: usedPercent, isEstimated: false };
}

/** How often the context was compacted, seen from here. */
export const compactions: Widget = {
  priority: 15,
  draw({ memory, words }) {
    if (memory === null || memory.compactions === 0) return [];
    return [[span(words.estimated(words.compactions(String(memory.compactions))), 'dim')]];
  },
};
