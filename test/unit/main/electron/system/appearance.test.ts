import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAppearance } from '../../../../../main/electron/system/appearance.ts';

class FakeTheme extends EventEmitter {
  themeSource = 'system';
  shouldUseDarkColors = false;
  shouldUseDarkColorsForSystemIntegratedUI: boolean | undefined = undefined;
}

describe('createAppearance', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const build = (theme: FakeTheme, read: (() => Promise<boolean | null>) | null) => {
    const appearance = createAppearance(theme as unknown as NativeTheme, read);
    let changes = 0;
    appearance.onChange(() => (changes += 1));
    return { appearance, changes: () => changes };
  };

  it("uses the Windows registry for the taskbar, not Electron's inverted answer", async () => {
    const theme = new FakeTheme();
    let registry = true;
    const { appearance, changes } = build(theme, () => Promise.resolve(registry));
    expect(appearance.isPanelDark()).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    expect([appearance.isPanelDark(), changes()]).toEqual([true, 1]);

    registry = false;
    theme.shouldUseDarkColorsForSystemIntegratedUI = true;
    theme.emit('updated');
    await vi.advanceTimersByTimeAsync(400);
    expect([appearance.isPanelDark(), changes()]).toEqual([true, 2]);
    await vi.advanceTimersByTimeAsync(200);
    expect([appearance.isPanelDark(), changes()]).toEqual([false, 3]);
  });

  it('asks once for several changes in a row, and reports nothing when the taskbar does not change', async () => {
    const theme = new FakeTheme();
    let reads = 0;
    const { changes } = build(theme, () => Promise.resolve(((reads += 1), true)));
    await vi.advanceTimersByTimeAsync(0);
    for (let change = 0; change < 5; change++) theme.emit('updated');
    await vi.advanceTimersByTimeAsync(5_000);
    expect([reads, changes()]).toEqual([2, 6]);
  });

  it('falls back to Electron where there is no registry, or no answer', async () => {
    const theme = new FakeTheme();
    theme.shouldUseDarkColors = true;
    const linux = build(theme, null);
    const windows = build(theme, () => Promise.resolve(null));
    await vi.advanceTimersByTimeAsync(1_000);
    expect([linux.appearance.isPanelDark(), windows.appearance.isPanelDark()]).toEqual([true, true]);
    theme.shouldUseDarkColorsForSystemIntegratedUI = false;
    expect(linux.appearance.isPanelDark()).toBe(false);
  });

  it('fills windows with the background of the current theme', () => {
    const theme = new FakeTheme();
    const { appearance } = build(theme, null);
    appearance.apply('dark');
    theme.shouldUseDarkColors = true;
    expect([theme.themeSource, appearance.backgroundColor()]).toEqual(['dark', '#141618']);
  });
});
