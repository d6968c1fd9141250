import { describe, expect, it } from 'vitest';
import { createKeyboardReturn } from '../../../../../main/electron/windows/keyboard-return.ts';

function build(platform: NodeJS.Platform, isOtherWindowOpen = false) {
  const calls: string[] = [];
  const keyboard = createKeyboardReturn({
    platform,
    app: { hide: () => calls.push('hide'), show: () => calls.push('show') },
    focusTray: () => calls.push('tray'),
    isOtherWindowOpen: () => isOtherWindowOpen,
  });
  return { keyboard, calls };
}

describe('createKeyboardReturn', () => {
  it('hides the app on macOS, and shows it again before the popover', () => {
    const { keyboard, calls } = build('darwin');
    keyboard.onBeforeShow();
    keyboard.onDismissed();
    keyboard.onBeforeShow();
    keyboard.onBeforeShow();
    expect(calls).toEqual(['hide', 'show']);
  });

  it.each(['darwin', 'win32'] as const)('leaves focus to the main window on %s', (platform) => {
    const { keyboard, calls } = build(platform, true);
    keyboard.onDismissed();
    expect(calls).toEqual([]);
  });

  it('focuses the taskbar on Windows, and does nothing on Linux', () => {
    const [windows, linux] = [build('win32'), build('linux')];
    windows.keyboard.onDismissed();
    linux.keyboard.onDismissed();
    expect([windows.calls, linux.calls]).toEqual([['tray'], []]);
  });
});
