import { describe, expect, it } from 'vitest';
import { toReset } from '../../../../../../renderer/features/settings/form/resets.ts';
import { resetTray } from '../../../../../../renderer/features/settings/tray/tray-settings.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';

describe('resetTray', () => {
  const own = { ...defaultSettings.desktop, showsWelcome: true, gaugePosition: { x: 4, y: 2 } };

  it('does not end the first run or move the gauge', () => {
    const desktop = { ...own, trayText: 'percent' as const, shortcut: 'Alt+F' };
    expect(resetTray({ desktop })).toEqual({ desktop: own, trayIconColor: 'auto' });
  });

  it('resets nothing if only these differ', () => {
    expect(toReset({ ...defaultSettings, desktop: own }, resetTray)).toBeNull();
  });
});
