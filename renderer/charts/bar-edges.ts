/** The share of its place that a bar fills, and how wide it is at most, in CSS pixels. */
const share = 0.78;
const widest = 48;

/** From this gap on, in pixels of the screen, nobody sees that gaps differ by one: edges are crisp then. */
const crispGap = 5;

/** Below this width in CSS pixels nobody sees that corners are round. */
export const roundFrom = 6;

/**
 * The left and right edge of a bar around `center`, in pixels of the screen, of which `ratio` are a CSS pixel. Where there is
 * no room for a gap of a pixel, bars touch at whole pixels: fractions would show what is behind them as a grid.
 */
export function toBarEdges(center: number, place: number, ratio = 1): readonly [left: number, right: number] {
  if (place * (1 - share) < 1) {
    const left = Math.round(center - place / 2);
    return [left, Math.max(left + 1, Math.round(center + place / 2))];
  }
  const width = Math.min(place * share, widest * ratio);
  if (place - width < crispGap) return [center - width / 2, center + width / 2];
  const left = Math.round(center - width / 2);
  return [left, left + Math.round(width)];
}
