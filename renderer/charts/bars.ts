import uPlot from 'uplot';
import { roundFrom, toBarEdges } from './bar-edges.ts';
import { isTinyTotal, isTopPart } from './tiny-bars.ts';

const rounded = { size: [0.78, 48] as [number, number], radius: 0.08 };

/** The path of bars at any places, such as moments: as wide as the closest two of them allow. */
export const placedBarsPath: uPlot.Series.PathBuilder = (plot, series, from, to) => {
  const tiny = new Path2D();
  const values = plot.data[series] ?? [];
  // What is drawn before it stands above it: the whole of a stack comes first.
  const above = plot.data.slice(1, series);
  const build = uPlot.paths.bars!({
    ...rounded,
    each(_plot, _series, index, left, top, width, height) {
      if (!isTinyTotal(values[index] ?? 0, isTopPart(above, index), height / uPlot.pxRatio)) return;
      tiny.rect(left, top + height - uPlot.pxRatio, width, uPlot.pxRatio);
    },
  });
  const paths = build(plot, series, from, to);
  if (paths?.fill instanceof Path2D) paths.fill.addPath(tiny);
  return paths;
};

/**
 * Draws one part of stacks that stand on whole numbers. Rectangle by rectangle: one path with hundreds of bars takes several
 * times as long to fill, because for every row of pixels the browser looks at every edge. And only where no lower part is
 * drawn: its color would shimmer through at the edges of that one.
 */
export function fillStackedBars(plot: uPlot, series: number, color: string): void {
  const { ctx, bbox, data } = plot;
  const values = data[series] ?? [];
  const above = data.slice(1, series);
  const lower = data.slice(series + 1);
  const place = (plot.valToPos(1, 'x') - plot.valToPos(0, 'x')) * uPlot.pxRatio;
  const base = Math.round(plot.valToPos(0, 'y', true));
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
    const [left, right] = toBarEdges(plot.valToPos(index, 'x', true), place, uPlot.pxRatio);
    const below = lower.find((column) => typeof column[index] === 'number')?.[index] ?? 0;
    const bottom = below === 0 ? base : Math.round(plot.valToPos(below, 'y', true));
    const height = base - plot.valToPos(value, 'y', true);
    const isTop = isTopPart(above, index);
    const isTiny = isTinyTotal(value, isTop, height / uPlot.pxRatio);
    const top = isTiny ? bottom - uPlot.pxRatio : Math.round(base - height);
    fillBar(ctx, { left, top, width: right - left, height: bottom - top }, isTop);
  }
  ctx.restore();
}

interface Bar {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function fillBar(ctx: CanvasRenderingContext2D, { left, top, width, height }: Bar, isTop: boolean): void {
  const radius = Math.round(rounded.radius * width);
  if (!isTop || width < roundFrom * uPlot.pxRatio || height < radius) {
    ctx.fillRect(left, top, width, height);
    return;
  }
  // Only the corners are a path.
  ctx.beginPath();
  ctx.roundRect(left, top, width, radius, [radius, radius, 0, 0]);
  ctx.fill();
  ctx.fillRect(left, top + radius, width, height - radius);
}
