import uPlot from 'uplot';
import { roundFrom, toBarEdges, toBarWidth } from './narrow-bars.ts';

const rounded = uPlot.paths.bars!({ size: [0.78, 48], radius: 0.08 });

/** The width of a bar's slot in CSS pixels, for bars at whole numbers. */
function toPlaceWidth(plot: uPlot): number {
  return plot.valToPos(1, 'x') - plot.valToPos(0, 'x');
}

/** The path of bars at any places, such as moments: as wide as the closest two of them allow. */
export const placedBarsPath: uPlot.Series.PathBuilder = rounded;

/** The path of bars at whole numbers; null where they are so narrow that `fillNarrowBars` draws them. */
export const indexedBarsPath: uPlot.Series.PathBuilder = (plot, series, from, to) =>
  toBarWidth(toPlaceWidth(plot)) < roundFrom ? null : rounded(plot, series, from, to);

/**
 * Draws hundreds of narrow bars, on whole numbers, as rectangles. One path with all of them takes several times as long to fill: for every row
 * of pixels the browser looks at every edge.
 */
export function fillNarrowBars(plot: uPlot, series: number, color: string): void {
  const place = toPlaceWidth(plot);
  if (toBarWidth(place) >= roundFrom) return;
  const { ctx, bbox } = plot;
  const values = plot.data[series] ?? [];
  const base = plot.valToPos(0, 'y', true);
  const { min = 0, max = 0 } = plot.scales['x'] ?? {};
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = color;
  const last = Math.min(values.length - 1, Math.ceil(max) + 1);
  for (let index = Math.max(0, Math.floor(min) - 1); index <= last; index += 1) {
    const value = values[index];
    if (value === null || value === undefined) continue;
    const [left, right] = toBarEdges(plot.valToPos(index, 'x', true), place * uPlot.pxRatio);
    const top = plot.valToPos(value, 'y', true);
    ctx.fillRect(left, top, right - left, base - top);
  }
  ctx.restore();
}
