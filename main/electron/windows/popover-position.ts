import type { Point, Rectangle, Size } from 'electron';

/** What the popover's position depends on. All values are in device-independent pixels of the virtual screen. */
export interface PopoverPlacement {
  /** The tray icon; null where its position is unknown (see `toKnownBounds`). */
  readonly trayBounds: Rectangle | null;
  readonly cursor: Point;
  /** Work area (without bars and docks) of the display nearest to the anchor. */
  readonly workArea: Rectangle;
  /** All of that display. */
  readonly display: Rectangle;
  readonly size: Size;
  readonly platform: NodeJS.Platform;
}

/** Gap between popover and bar. */
const gap = 8;

/** No bar is taller; an icon further from the edge of the work area is not on a bar there. */
const maxBarHeight = 48;

/**
 * The tray icon's bounds if they are meaningful: Linux, and Windows for an icon in its overflow, report zeros; macOS
 * puts an icon that it hides (behind the notch, or switched off in its settings) just outside every display.
 */
export function toKnownBounds(
  bounds: Rectangle,
  displays: readonly { readonly bounds: Rectangle }[],
): Rectangle | null {
  if (bounds.width <= 0 || bounds.height <= 0) return null;
  return displays.some((display) => overlap(bounds, display.bounds)) ? bounds : null;
}

/**
 * The point that the popover is anchored to: the tray icon's centre, else the cursor, from which the icon was clicked.
 */
export function toAnchor(trayBounds: Rectangle | null, cursor: Point): Point {
  return trayBounds === null
    ? cursor
    : { x: trayBounds.x + trayBounds.width / 2, y: trayBounds.y + trayBounds.height / 2 };
}

/**
 * The popover's bounds, as integers (others crash `setPosition`) and inside the work area: at the edge of the bar that
 * holds the icon, centred on the icon along that edge. If the icon's position is unknown, the cursor is used when it is
 * at an edge, otherwise a corner: bottom right on Windows, and where the only bar is at the bottom (an entry of the
 * icon's menu was clicked, as on KDE); else top right.
 */
export function placePopover(placement: PopoverPlacement): Rectangle {
  const { trayBounds } = placement;
  const anchor = toAnchor(trayBounds, placement.cursor);
  const edge = edgeOf(anchor, placement.workArea, trayBounds !== null);
  const area = trayBounds === null ? placement.workArea : withoutBar(placement.workArea, trayBounds, edge);
  const size = {
    width: Math.min(Math.round(placement.size.width), Math.floor(area.width)),
    height: Math.min(Math.round(placement.size.height), Math.floor(area.height)),
  };
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const corner = {
    x: right - size.width - gap,
    y: placement.platform === 'win32' || hasOnlyBottomBar(placement) ? bottom - size.height - gap : area.y + gap,
  };
  const centred = { x: anchor.x - size.width / 2, y: anchor.y - size.height / 2 };
  const place = {
    top: { x: centred.x, y: area.y + gap },
    bottom: { x: centred.x, y: bottom - size.height - gap },
    left: { x: area.x + gap, y: centred.y },
    right: { x: right - size.width - gap, y: centred.y },
    none: corner,
  }[edge];
  return {
    x: clamp(Math.round(place.x), Math.ceil(area.x), Math.floor(right) - size.width),
    y: clamp(Math.round(place.y), Math.ceil(area.y), Math.floor(bottom) - size.height),
    ...size,
  };
}

/** Whether the display has a bar at its lower edge and none at its upper one: the popover then opens low. */
export function hasOnlyBottomBar({ workArea, display }: Pick<PopoverPlacement, 'workArea' | 'display'>): boolean {
  return workArea.y === display.y && workArea.y + workArea.height < display.y + display.height;
}

type Edge = 'top' | 'bottom' | 'left' | 'right' | 'none';

/**
 * The bar's edge: where the anchor lies outside the work area, or (for a known icon, or within a bar's height) nearest.
 */
function edgeOf(anchor: Point, area: Rectangle, isIcon: boolean): Edge {
  const distances = [
    ['top', anchor.y - area.y],
    ['bottom', area.y + area.height - anchor.y],
    ['left', anchor.x - area.x],
    ['right', area.x + area.width - anchor.x],
  ] as const;
  const [edge, distance] = distances.reduce((nearest, next) => (next[1] < nearest[1] ? next : nearest));
  return isIcon || distance <= maxBarHeight ? edge : 'none';
}

/** The work area without an auto-hiding bar: the bar belongs to the work area, but the icon shows where it begins. */
function withoutBar(area: Rectangle, icon: Rectangle, edge: Edge): Rectangle {
  // Rounded up, so that the rest begins at a whole number where the work area does.
  const thickness = Math.ceil(
    {
      top: icon.y + icon.height - area.y,
      bottom: area.y + area.height - icon.y,
      left: icon.x + icon.width - area.x,
      right: area.x + area.width - icon.x,
      none: 0,
    }[edge],
  );
  if (thickness <= 0 || thickness > maxBarHeight) return area;
  const isHorizontal = edge === 'top' || edge === 'bottom';
  return {
    x: area.x + (edge === 'left' ? thickness : 0),
    y: area.y + (edge === 'top' ? thickness : 0),
    width: area.width - (isHorizontal ? 0 : thickness),
    height: area.height - (isHorizontal ? thickness : 0),
  };
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
