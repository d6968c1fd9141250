import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenReadyToShow } from '../../../../../main/electron/windows/when-ready.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function build(platform: NodeJS.Platform) {
  const webContents = new EventEmitter();
  let isDestroyed = false;
  const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => isDestroyed });
  let ready = 0;
  whenReadyToShow(window as unknown as Parameters<typeof whenReadyToShow>[0], () => (ready += 1), platform);
  return { window, webContents, countReady: () => ready, destroy: () => (isDestroyed = true) };
}

it('is ready with the first picture, once', () => {
  const { window, webContents, countReady } = build('linux');
  webContents.emit('did-finish-load');
  window.emit('ready-to-show');
  vi.runAllTimers();
  expect(countReady()).toBe(1);
});

it('is ready on Linux when the page was loaded, where no picture is drawn before a window is shown', () => {
  const { webContents, countReady } = build('linux');
  webContents.emit('did-finish-load');
  expect(countReady()).toBe(0);
  vi.runAllTimers();
  expect(countReady()).toBe(1);
});

it('waits for the picture elsewhere, and forgets a window that is gone', () => {
  const other = build('win32');
  other.webContents.emit('did-finish-load');
  vi.runAllTimers();
  expect(other.countReady()).toBe(0);
  const gone = build('linux');
  gone.webContents.emit('did-finish-load');
  gone.destroy();
  vi.runAllTimers();
  expect(gone.countReady()).toBe(0);
});
