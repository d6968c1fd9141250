import type { Point, Rectangle, Size } from 'electron';

/** Gap between the gauge and the edges of the screen, until the person has moved it. */
const gap = 16;

/**
 * The gauge's bounds, as integers: where the person put it, moved into the work area that is nearest; else the right
 * corner of the first in which no popover opens. `workAreas` are in device-independent pixels of the virtual screen, the
 * primary display first.
 */
export function placeGauge(options: {
  readonly position: Point | null;
  readonly size: Size;
  readonly workAreas: readonly [Rectangle, ...Rectangle[]];
  /** Whether popovers open at the lower edge of the primary display. */
  readonly isPopoverLow: boolean;
}): Rectangle {
  const { position, size, workAreas, isPopoverLow } = options;
  const [first] = workAreas;
  const width = Math.ceil(size.width);
  const height = Math.ceil(size.height);
  if (position === null) {
    const y = isPopoverLow ? first.y + gap : first.y + first.height - height - gap;
    return { x: first.x + first.width - width - gap, y, width, height };
  }
  const candidates = workAreas.map((area) => {
    const x = clamp(position.x, area.x, area.x + area.width - width);
    const y = clamp(position.y, area.y, area.y + area.height - height);
    return { x, y, distance: Math.hypot(x - position.x, y - position.y) };
  });
  const { x, y } = candidates.reduce((best, each) => (each.distance < best.distance ? each : best));
  return { x, y, width, height };
}

function clamp(value: number, min: number, max: number): number {
  return Math.round(Math.max(min, Math.min(max, value)));
}
