import { describe, expect, it } from 'vitest';
import { toWebPreferences, toWindowOptions } from '../../../../../main/electron/windows/window-options.ts';

describe('toWebPreferences', () => {
  it('locks every page down', () => {
    expect(toWebPreferences('/x/preload.cjs')).toMatchObject({
      preload: '/x/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      backgroundThrottling: true,
    });
  });
});

describe('toWindowOptions', () => {
  it('shows nothing before it is drawn, on the background of the theme', () => {
    for (const role of ['popover', 'main', 'gauge'] as const) {
      expect(toWindowOptions(role, 'linux', '#101010')).toMatchObject({ show: false, backgroundColor: '#101010' });
    }
  });

  it('makes the popover a small frameless window that no task switcher lists', () => {
    const options = toWindowOptions('popover', 'darwin', '#fff');
    expect(options).toMatchObject({ width: 360, height: 560, frame: false, resizable: false, skipTaskbar: true });
    expect(options).toMatchObject({ alwaysOnTop: false });
    expect(toWindowOptions('gauge', 'darwin', '#fff')).toMatchObject({ width: 176, frame: false, alwaysOnTop: true });
    expect(options).toMatchObject({ fullscreenable: false, hiddenInMissionControl: true, acceptFirstMouse: true });
  });
});
