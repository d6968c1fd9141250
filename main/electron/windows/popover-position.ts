import type { Point, Rectangle, Size } from 'electron';

/** What the popover's place depends on. All in device-independent pixels of the virtual screen. */
export interface PopoverPlacement {
  /** The tray icon; all zero where the system does not say (Linux, or an icon in the overflow). */
  readonly trayBounds: Rectangle;
  readonly cursor: Point;
  /** Work area (without bars and docks) of the display nearest the anchor. */
  readonly workArea: Rectangle;
  readonly size: Size;
  readonly platform: NodeJS.Platform;
}

/** Between popover and bar. */
const gap = 8;

/** Whether the system told where the tray icon is. */
export function isKnown(bounds: Rectangle): boolean {
  return bounds.width > 0 && bounds.height > 0;
}

/** The point that the popover belongs to: the tray icon's middle, else the cursor, from which the icon was clicked. */
export function toAnchor(trayBounds: Rectangle, cursor: Point): Point {
  return isKnown(trayBounds)
    ? { x: trayBounds.x + trayBounds.width / 2, y: trayBounds.y + trayBounds.height / 2 }
    : cursor;
}

/**
 * The popover's bounds, in integers (others crash `setPosition`) and inside the work area: beside the edge where the
 * bar with the icon is, centred on the icon along it. Without a known icon the cursor stands for it when it is at an
 * edge, and a corner (top right on macOS and Linux, bottom right on Windows) when it is somewhere else.
 */
export function placePopover(placement: PopoverPlacement): Rectangle {
  const { workArea, trayBounds } = placement;
  const size = {
    width: Math.min(Math.round(placement.size.width), Math.floor(workArea.width)),
    height: Math.min(Math.round(placement.size.height), Math.floor(workArea.height)),
  };
  const anchor = toAnchor(trayBounds, placement.cursor);
  const right = workArea.x + workArea.width;
  const bottom = workArea.y + workArea.height;
  const corner = {
    x: right - size.width - gap,
    y: placement.platform === 'win32' ? bottom - size.height - gap : workArea.y + gap,
  };
  const edge = edgeOf(anchor, workArea, isKnown(trayBounds));
  const centred = { x: anchor.x - size.width / 2, y: anchor.y - size.height / 2 };
  const place = {
    top: { x: centred.x, y: workArea.y + gap },
    bottom: { x: centred.x, y: bottom - size.height - gap },
    left: { x: workArea.x + gap, y: centred.y },
    right: { x: right - size.width - gap, y: centred.y },
    none: corner,
  }[edge];
  return {
    x: clamp(Math.round(place.x), Math.ceil(workArea.x), Math.floor(right) - size.width),
    y: clamp(Math.round(place.y), Math.ceil(workArea.y), Math.floor(bottom) - size.height),
    ...size,
  };
}

/** The bar's edge: where the anchor lies outside the work area, or (for a known icon, or within a bar's height) nearest. */
function edgeOf(anchor: Point, area: Rectangle, isIcon: boolean): 'top' | 'bottom' | 'left' | 'right' | 'none' {
  const distances = [
    ['top', anchor.y - area.y],
    ['bottom', area.y + area.height - anchor.y],
    ['left', anchor.x - area.x],
    ['right', area.x + area.width - anchor.x],
  ] as const;
  const [edge, distance] = distances.reduce((nearest, next) => (next[1] < nearest[1] ? next : nearest));
  const barHeight = 48;
  return isIcon || distance <= barHeight ? edge : 'none';
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
