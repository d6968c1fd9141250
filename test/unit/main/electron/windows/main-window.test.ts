import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMainWindow } from '../../../../../main/electron/windows/main-window.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('hides the dock icon again a while after closing, when macOS has ignored it, unless another window is open', () => {
  const dock = { show: vi.fn(() => Promise.resolve()), hide: vi.fn() };
  const built: EventEmitter[] = [];
  const main = createMainWindow({
    createWindow: () => {
      const isDestroyed = (): boolean => false;
      const parts = { webContents: new EventEmitter(), isDestroyed, setContentProtection: () => undefined };
      const window = Object.assign(new EventEmitter(), parts);
      built.push(window);
      return window as unknown as BrowserWindow;
    },
    dock,
    requestView: () => undefined,
    requestSession: () => undefined,
    isPrivate: () => false,
    onBeforeShow: () => undefined,
    onVisibilityChanged: () => undefined,
  });
  main.open('overview');
  built[0]?.emit('closed');
  expect(dock.hide).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2_000);
  expect(dock.hide).toHaveBeenCalledTimes(2);

  main.open('overview');
  built[1]?.emit('closed');
  main.open('overview');
  vi.advanceTimersByTime(2_000);
  expect(dock.hide).toHaveBeenCalledTimes(3);
});

it('opens with the timeline of a session, and asks a window that is open for it', () => {
  const pages: string[] = [];
  const requestSession = vi.fn();
  const main = createMainWindow({
    createWindow: (_role, page) => {
      pages.push(page);
      const open = {
        isMinimized: () => false,
        show: () => undefined,
        focus: () => undefined,
        isDestroyed: () => false,
        setContentProtection: () => undefined,
      };
      const window = Object.assign(new EventEmitter(), { webContents: new EventEmitter(), ...open });
      return window as unknown as BrowserWindow;
    },
    dock: undefined,
    requestView: () => undefined,
    requestSession,
    isPrivate: () => false,
    onBeforeShow: () => undefined,
    onVisibilityChanged: () => undefined,
  });
  const session = { source: 'claude-code', sessionId: 'a&b#c' };
  main.openSession(session);
  expect(pages).toEqual(['main-window/index.html#explore?by=session&source=claude-code&session=a%26b%23c']);
  expect(requestSession).not.toHaveBeenCalled();
  main.openSession(session);
  expect(pages).toHaveLength(1);
  expect(requestSession).toHaveBeenCalledExactlyOnceWith(expect.anything(), session);
});

it('is left out of shared screens while names are hidden, from its first picture on', () => {
  let isPrivate = true;
  const setContentProtection = vi.fn();
  const parts = { webContents: new EventEmitter(), isDestroyed: () => false, setContentProtection };
  const window = Object.assign(new EventEmitter(), parts);
  const main = createMainWindow({
    createWindow: () => window as unknown as BrowserWindow,
    dock: undefined,
    requestView: () => undefined,
    requestSession: () => undefined,
    isPrivate: () => isPrivate,
    onBeforeShow: () => undefined,
    onVisibilityChanged: () => undefined,
  });
  main.adapt();
  main.open('overview');
  expect(setContentProtection.mock.calls).toEqual([[true]]);
  isPrivate = false;
  main.adapt();
  expect(setContentProtection).toHaveBeenLastCalledWith(false);
  isPrivate = true;
  // Some systems forget it while a window is hidden.
  window.emit('show');
  expect(setContentProtection).toHaveBeenLastCalledWith(true);
});
