import type { Input, WebContents } from 'electron';

/** What a key press requests. */
export type ZoomStep = 'in' | 'out' | 'reset';

/** Each step changes the size by a tenth; the limits are those of Chromium's own menu, 50 % and 200 %. */
const stepLevels = 0.5;
const minLevel = -3.5;
const maxLevel = 3.5;

/**
 * What a key press requests; null for any other key. On keyboards where plus needs the shift key, `=` counts as plus.
 */
export function toZoomStep(
  input: Pick<Input, 'type' | 'key' | 'control' | 'meta' | 'alt'>,
  platform: NodeJS.Platform,
): ZoomStep | null {
  const isCommand = platform === 'darwin' ? input.meta && !input.control : input.control && !input.meta;
  if (input.type !== 'keyDown' || !isCommand || input.alt) return null;
  if (input.key === '+' || input.key === '=') return 'in';
  if (input.key === '-' || input.key === '_') return 'out';
  return input.key === '0' ? 'reset' : null;
}

/** The zoom level after a step. Levels are Chromium's: 0 is 100 %, and each whole level a factor of 1.2. */
export function toZoomLevel(level: number, step: ZoomStep): number {
  if (step === 'reset') return 0;
  return Math.min(maxLevel, Math.max(minLevel, level + (step === 'in' ? stepLevels : -stepLevels)));
}

/** Lets the keyboard, and the wheel with Ctrl, zoom a page: without an application menu nothing else does. */
export function enableZoom(contents: WebContents, platform: NodeJS.Platform): void {
  const zoom = (step: ZoomStep): void => contents.setZoomLevel(toZoomLevel(contents.getZoomLevel(), step));
  contents.on('before-input-event', (event, input) => {
    const step = toZoomStep(input, platform);
    if (step === null) return;
    event.preventDefault();
    zoom(step);
  });
  contents.on('zoom-changed', (_event, direction) => zoom(direction));
}
