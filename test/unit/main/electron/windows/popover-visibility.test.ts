import { describe, expect, it } from 'vitest';
import { isHiddenByBlur, isOpenedByClick } from '../../../../../main/electron/windows/popover-visibility.ts';

const blur = {
  platform: 'linux',
  nowMs: 10_000,
  shownAtMs: 9_700,
  hadFocus: true,
  isDevToolsFocused: false,
  isDialogOpen: false,
} as const;

describe('isHiddenByBlur', () => {
  it('hides a window that had focus and lost it', () => {
    expect(isHiddenByBlur(blur)).toBe(true);
  });

  it('waits on Windows, where the taskbar takes focus back at first', () => {
    expect(isHiddenByBlur({ ...blur, platform: 'win32' })).toBe(false);
    expect(isHiddenByBlur({ ...blur, platform: 'win32', shownAtMs: 9_600 })).toBe(true);
  });

  it.each([{ hadFocus: false }, { isDevToolsFocused: true }, { isDialogOpen: true }])('stays with %o', (change) => {
    expect(isHiddenByBlur({ ...blur, ...change })).toBe(false);
  });
});

describe('isOpenedByClick', () => {
  it('opens a closed window, unless the same click has closed it', () => {
    expect(isOpenedByClick(false, 10_000, null)).toBe(true);
    expect(isOpenedByClick(true, 10_000, null)).toBe(false);
    expect(isOpenedByClick(false, 10_000, 9_900)).toBe(false);
    expect(isOpenedByClick(false, 10_000, 9_000)).toBe(true);
  });
});
