import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseTrayIcon, linuxIconSizes, trayIconStates } from '../../../../../main/electron/tray/tray-icon.ts';
import { readPng } from '../../../../support/read-png.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../build/icons/tray');
const base = { state: 'normal', color: 'auto', isPanelDark: true, scaleFactor: 1 } as const;

/** How many pixels of an icon differ from a panel of this grey (0 to 255) by at least half of all greys. */
function countVisiblePixels(icon: string, panel: number): number {
  const { pixels } = readPng(readFileSync(path.join(folder, icon)));
  const greys = pixels.map(([red, green, blue, alpha]) => {
    const grey = (red + green + blue) / 3;
    return panel + ((grey - panel) * alpha) / 255;
  });
  return greys.filter((grey) => Math.abs(grey - panel) >= 127).length;
}

describe('chooseTrayIcon', () => {
  it('uses a template that macOS colours', () => {
    expect(chooseTrayIcon({ ...base, platform: 'darwin', state: 'paused' })).toBe('macos/pausedTemplate.png');
  });

  it('follows the taskbar on Windows unless set otherwise', () => {
    const windows = { ...base, platform: 'win32' } as const;
    expect(chooseTrayIcon(windows)).toBe('windows/normal-light.ico');
    expect(chooseTrayIcon({ ...windows, isPanelDark: false })).toBe('windows/normal-dark.ico');
    expect(chooseTrayIcon({ ...windows, color: 'dark' })).toBe('windows/normal-dark.ico');
  });

  it('is outlined on Linux whatever the theme, unless set otherwise', () => {
    expect(chooseTrayIcon({ ...base, platform: 'linux', isPanelDark: false })).toBe('linux/normal-outlined-22.png');
    expect(chooseTrayIcon({ ...base, platform: 'linux' })).toBe('linux/normal-outlined-22.png');
    expect(chooseTrayIcon({ ...base, platform: 'linux', color: 'light' })).toBe('linux/normal-light-22.png');
    expect(chooseTrayIcon({ ...base, platform: 'linux', color: 'dark' })).toBe('linux/normal-dark-22.png');
  });

  it.each([
    [1, 22],
    [1.25, 32],
    [1.5, 48],
    [2, 48],
    [2.5, 64],
    [4, 64],
  ])('uses at scale %d the icon of %d pixels on Linux', (scaleFactor, edge) => {
    expect(chooseTrayIcon({ ...base, platform: 'linux', scaleFactor })).toBe(`linux/normal-outlined-${edge}.png`);
  });

  it.each(trayIconStates)('shows on dark and on light panels while nobody knows which it is: %s', (state) => {
    for (const edge of linuxIconSizes) {
      for (const panel of [0, 30, 245, 255]) {
        // A line as long as the icon is wide, at least.
        expect(countVisiblePixels(`linux/${state}-outlined-${edge}.png`, panel)).toBeGreaterThan(edge);
      }
    }
    // What it replaced.
    expect(countVisiblePixels(`linux/${state}-light-22.png`, 255)).toBe(0);
  });

  it('never names a missing file, and every state has its own shape', () => {
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      for (const color of ['auto', 'light', 'dark'] as const) {
        for (const scaleFactor of [1, 1.25, 2, 3]) {
          const icons = trayIconStates.map((state) => chooseTrayIcon({ ...base, platform, color, scaleFactor, state }));
          expect(icons.filter((icon) => !existsSync(path.join(folder, icon)))).toEqual([]);
          const hashes = icons.map((icon) =>
            createHash('sha1')
              .update(readFileSync(path.join(folder, icon)))
              .digest('hex'),
          );
          expect(new Set(hashes).size).toBe(trayIconStates.length);
        }
      }
    }
    expect(trayIconStates.map((state) => existsSync(path.join(folder, `macos/${state}Template@2x.png`)))).not.toContain(
      false,
    );
  });
});
