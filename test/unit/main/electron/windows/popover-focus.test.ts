import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPopoverFocus } from '../../../../../main/electron/windows/popover-focus.ts';

class FakeWindow extends EventEmitter {
  focused = false;
  /** Whether the system gives it focus when it asks. */
  mayFocus = true;
  webContents = { isDevToolsFocused: () => false };
  isDestroyed = (): boolean => false;
  isFocused = (): boolean => this.focused;
  focus(): void {
    if (this.mayFocus) this.setFocused(true);
  }
  setFocused(isFocused: boolean): void {
    this.focused = isFocused;
    this.emit(isFocused ? 'focus' : 'blur');
  }
}

describe('watchPopoverFocus', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const build = (platform: NodeJS.Platform) => {
    const window = new FakeWindow();
    let lost = 0;
    const focus = watchPopoverFocus(window as unknown as BrowserWindow, {
      platform,
      nowMs: Date.now,
      isDialogOpen: () => false,
      onLost: () => (lost += 1),
    });
    focus.onShown();
    window.setFocused(true);
    return { window, focus, lost: () => lost };
  };

  it('reports the loss shortly after the blur, and not when focus returns before', () => {
    const { window, lost } = build('linux');
    window.setFocused(false);
    vi.advanceTimersByTime(50);
    window.setFocused(true);
    vi.advanceTimersByTime(1_000);
    expect(lost()).toBe(0);
    window.setFocused(false);
    vi.advanceTimersByTime(100);
    expect(lost()).toBe(1);
  });

  it('asks for focus again on Windows, which removes it right after the window is shown', () => {
    const { window, lost } = build('win32');
    vi.advanceTimersByTime(20);
    window.setFocused(false);
    vi.advanceTimersByTime(1_000);
    expect([window.focused, lost()]).toEqual([true, 0]);
    window.setFocused(false);
    vi.advanceTimersByTime(100);
    expect(lost()).toBe(1);
  });

  it('does not stay open on Windows when the user clicks elsewhere right after it is shown', () => {
    const { window, lost } = build('win32');
    vi.advanceTimersByTime(100);
    window.mayFocus = false;
    window.setFocused(false);
    vi.advanceTimersByTime(1_000);
    expect(lost()).toBe(1);
  });

  it('decides nothing once it is hidden', () => {
    const { window, focus, lost } = build('win32');
    window.setFocused(false);
    focus.cancel();
    vi.advanceTimersByTime(1_000);
    expect([window.focused, lost()]).toEqual([false, 0]);
  });
});
