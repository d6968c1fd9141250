import type { BrowserWindow, Rectangle } from 'electron';

/**
 * Moves and sizes a window. On Windows, one that moves to a display of another scale takes its size by the scale of the
 * display that it came from; once it is there, the same request gives the size that was meant.
 */
export function setExactBounds(window: Pick<BrowserWindow, 'setBounds' | 'getBounds'>, bounds: Rectangle): void {
  window.setBounds(bounds);
  const { width, height } = window.getBounds();
  if (width !== bounds.width || height !== bounds.height) window.setBounds(bounds);
}
