/** The share of its slot that a bar fills. */
const share = 0.78;

/** Below this width in CSS pixels, round corners are invisible. */
export const roundFrom = 6;

/** The width of a bar in a slot of this width. */
export function toBarWidth(place: number): number {
  return Math.max(1, place * share);
}

/**
 * The left and right edge of a bar around `center`, in pixels of the screen. Where there is no room for a gap of a pixel,
 * bars touch at whole pixels: fractions would show what is behind them as a grid.
 */
export function toBarEdges(center: number, place: number): readonly [left: number, right: number] {
  if (place * (1 - share) < 1) return [Math.round(center - place / 2), Math.round(center + place / 2)];
  const half = (place * share) / 2;
  return [center - half, center + half];
}
