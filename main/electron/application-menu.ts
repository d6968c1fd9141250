import type { MenuItemConstructorOptions } from 'electron';

/**
 * The application menu: none on Windows and Linux (building the default one costs start-up time); on macOS the
 * standard items, without which copy, paste and quit have no keys even in an app without a dock icon.
 */
export function toApplicationMenu(platform: NodeJS.Platform): readonly MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null;
  return [
    { label: 'Fuelgauge', submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'hide' }, { role: 'quit' }] },
    { role: 'editMenu' },
    { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'close' }] },
  ];
}
