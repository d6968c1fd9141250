import { expect, it } from 'vitest';
import { placeGauge } from '../../../../../main/electron/windows/gauge-position.ts';

const first = { x: 0, y: 25, width: 1440, height: 875 };
const second = { x: 1440, y: -200, width: 1920, height: 1080 };
const size = { width: 176.4, height: 44 };
const place = (position: { x: number; y: number } | null, isPopoverLow = false) =>
  placeGauge({ position, size, workAreas: [first, first, second], isPopoverLow });

it('begins in the right corner of the primary display that the popover does not cover', () => {
  expect(place(null)).toEqual({ x: 1247, y: 840, width: 177, height: 44 });
  expect(place(null, true)).toEqual({ x: 1247, y: 41, width: 177, height: 44 });
});

it.each([
  ['stays where it was put', { x: 300, y: 400 }, { x: 300, y: 400 }],
  ['stays on a second display', { x: 2_000, y: -150 }, { x: 2_000, y: -150 }],
  ['is not cut by the edge', { x: 3_300, y: 870 }, { x: 3_183, y: 836 }],
  ['returns from a display that is gone', { x: -2_000, y: 500 }, { x: 0, y: 500 }],
  ['keeps out of the menu bar', { x: 10, y: 0 }, { x: 10, y: 25 }],
])('%s', (_name, position, expected) => {
  expect(place(position)).toMatchObject(expected);
});
