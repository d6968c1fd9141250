import type { Rectangle } from 'electron';
import { expect, it } from 'vitest';
import { setExactBounds } from '../../../../../main/electron/windows/set-exact-bounds.ts';

/** A window on a display of 100 %; another one of 150 % begins at x = 1920. */
function createWindow() {
  let bounds: Rectangle = { x: 0, y: 0, width: 1, height: 1 };
  let requests = 0;
  return {
    requests: () => requests,
    getBounds: () => bounds,
    setBounds(wanted: Partial<Rectangle>) {
      const next = { ...bounds, ...wanted };
      const isMoved = bounds.x >= 1920 !== next.x >= 1920;
      const factor = isMoved ? (next.x >= 1920 ? 1.5 : 1 / 1.5) : 1;
      bounds = { ...next, width: Math.round(next.width / factor), height: Math.round(next.height / factor) };
      requests += 1;
    },
  };
}

it('has the size that was meant on a display of another scale, too', () => {
  const window = createWindow();
  const there = { x: 3000, y: 400, width: 380, height: 600 };
  setExactBounds(window, there);
  expect(window.getBounds()).toEqual(there);
  const here = { ...there, x: 100 };
  setExactBounds(window, here);
  expect(window.getBounds()).toEqual(here);
});

it('asks once where the scale is the same', () => {
  const window = createWindow();
  setExactBounds(window, { x: 100, y: 100, width: 380, height: 600 });
  expect(window.requests()).toBe(1);
});
