import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  placePopover as place,
  toAnchor,
  toKnownBounds,
  type PopoverPlacement,
} from '../../../../../main/electron/windows/popover-position.ts';

const size = { width: 380, height: 600 };
const fullHd = { x: 0, y: 0, width: 1920, height: 1080 };

/** Without a display: one without a bar that keeps windows away. */
const placePopover = (
  placement: Omit<PopoverPlacement, 'display'> & { readonly display?: PopoverPlacement['display'] },
) => place({ display: placement.workArea, ...placement });

describe('placePopover', () => {
  it.each([
    ['bottom', { ...fullHd, height: 1036 }, 428],
    ['top', { ...fullHd, y: 32, height: 1048 }, 40],
    ['top and bottom', { ...fullHd, y: 32, height: 1004 }, 40],
  ])('opens at the right near the only bar, at the %s, from an entry of a menu', (_edge, workArea, y) => {
    // The icon's place is unknown on Linux, and the entry is further from the edge than a bar is high.
    const cursor = { x: 1700, y: 850 };
    const placed = placePopover({ trayBounds: null, cursor, workArea, display: fullHd, size, platform: 'linux' });
    expect(placed).toEqual({ x: 1532, y, ...size });
  });

  it('hangs below a menu bar, centred on the icon', () => {
    const placed = placePopover({
      trayBounds: { x: 1400, y: 0, width: 24, height: 25 },
      cursor: { x: 0, y: 0 },
      workArea: { ...fullHd, y: 25, height: 1055 },
      size,
      platform: 'darwin',
    });
    expect(placed).toEqual({ x: 1222, y: 33, ...size });
  });

  it('sits on a taskbar at the bottom and stays inside at the right', () => {
    const placed = placePopover({
      trayBounds: { x: 1860, y: 1040, width: 24, height: 40 },
      cursor: { x: 0, y: 0 },
      workArea: { ...fullHd, height: 1040 },
      size,
      platform: 'win32',
    });
    expect(placed).toEqual({ x: 1540, y: 432, ...size });
  });

  it('sits beside a bar at the left, on a display at negative coordinates', () => {
    const placed = placePopover({
      trayBounds: { x: -1920, y: 900, width: 48, height: 24 },
      cursor: { x: 0, y: 0 },
      workArea: { x: -1872, y: 0, width: 1872, height: 1080 },
      size,
      platform: 'linux',
    });
    expect(placed).toEqual({ x: -1864, y: 480, ...size });
  });

  it.each([
    ['bottom', { x: 1860, y: 1040, width: 24, height: 40 }, { x: 1540, y: 432 }],
    ['top', { x: 1860, y: 0, width: 24, height: 40 }, { x: 1540, y: 48 }],
    ['left', { x: 0, y: 500, width: 48, height: 24 }, { x: 56, y: 212 }],
    ['right', { x: 1872, y: 500, width: 48, height: 24 }, { x: 1484, y: 212 }],
  ] as const)('does not cover a bar at the %s that hides by itself', (_edge, trayBounds, place) => {
    const cursor = { x: 0, y: 0 };
    const placed = placePopover({ trayBounds, cursor, workArea: fullHd, size, platform: 'win32' });
    expect(placed).toEqual({ ...place, ...size });
  });

  it('uses the cursor as the icon when the system gives no position and the cursor is at a bar', () => {
    const placed = placePopover({
      trayBounds: null,
      cursor: { x: 1000, y: 10 },
      workArea: { ...fullHd, y: 27, height: 1053 },
      size,
      platform: 'linux',
    });
    expect(placed).toEqual({ x: 810, y: 35, ...size });
  });

  it.each([
    ['linux', { x: 1532, y: 8 }],
    ['win32', { x: 1532, y: 472 }],
  ] as const)('falls back to a corner on %s', (platform, corner) => {
    const cursor = { x: 900, y: 500 };
    expect(placePopover({ trayBounds: null, cursor, workArea: fullHd, size, platform })).toEqual({
      ...corner,
      ...size,
    });
  });

  it('is completely inside the work area, whatever the positions', () => {
    const coordinate = fc.double({ min: -8_000, max: 8_000, noNaN: true });
    const length = fc.double({ min: 200, max: 6_000, noNaN: true });
    const rectangle = fc.record({
      x: fc.integer({ min: -8_000, max: 8_000 }),
      y: coordinate,
      width: length,
      height: length,
    });
    fc.assert(
      fc.property(rectangle, rectangle, coordinate, coordinate, (trayBounds, area, x, y) => {
        const workArea = { ...area, x: Math.round(area.x), y: Math.round(area.y) };
        const placed = placePopover({ trayBounds, cursor: { x, y }, workArea, size, platform: 'linux' });
        expect(Object.values(placed).every(Number.isInteger)).toBe(true);
        expect(placed.x).toBeGreaterThanOrEqual(workArea.x);
        expect(placed.y).toBeGreaterThanOrEqual(workArea.y);
        expect(placed.x + placed.width).toBeLessThanOrEqual(workArea.x + workArea.width);
        expect(placed.y + placed.height).toBeLessThanOrEqual(workArea.y + workArea.height);
      }),
    );
  });
});

describe('toKnownBounds', () => {
  const displays = [{ bounds: { x: 0, y: 0, width: 1728, height: 1117 } }, { bounds: { ...fullHd, x: -1920 } }];

  it('keeps an icon on any display', () => {
    for (const bounds of [
      { x: 1400, y: 0, width: 32, height: 37 },
      { x: -500, y: 1056, width: 24, height: 24 },
    ]) {
      expect(toKnownBounds(bounds, displays)).toEqual(bounds);
    }
  });

  it.each([
    ['nothing is known of', { x: 0, y: 0, width: 0, height: 0 }],
    ['macOS hides, as it was seen', { x: 0, y: 1117, width: 32, height: 22 }],
    ['is right of every display', { x: 1728, y: 0, width: 32, height: 22 }],
  ])('is null for an icon that %s', (_what, bounds) => {
    expect(toKnownBounds(bounds, displays)).toBeNull();
  });
});

describe('toAnchor', () => {
  it("is the icon's middle, or the cursor", () => {
    expect(toAnchor({ x: 10, y: 20, width: 4, height: 6 }, { x: 1, y: 1 })).toEqual({ x: 12, y: 23 });
    expect(toAnchor(null, { x: 1, y: 2 })).toEqual({ x: 1, y: 2 });
  });
});
