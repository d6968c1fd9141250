import type { MenuItemConstructorOptions } from 'electron';
import { messages } from '../../node/host/messages.ts';

/**
 * The application menu: none on Windows and Linux (building the default one costs start-up time); on macOS the standard
 * items, without which copy, paste and quit have no shortcuts, even in an app without a dock icon.
 */
export function toApplicationMenu(platform: NodeJS.Platform): readonly MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null;
  return [
    {
      label: messages.windows.appName,
      submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'hide' }, { role: 'quit' }],
    },
    { role: 'editMenu' },
    { label: messages.desktop.windowMenu, submenu: [{ role: 'minimize' }, { role: 'close' }] },
  ];
}
