import { expect, it, vi } from 'vitest';
import { createTray, type TrayView } from '../../../../../main/electron/tray/tray.ts';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';

const calls = vi.hoisted(() => ({ menus: 0, tooltips: 0 }));

vi.mock('electron', () => ({
  Menu: { buildFromTemplate: (items: unknown) => items },
  nativeImage: { createFromPath: (path: string) => path },
  Tray: class {
    on = (): void => undefined;
    setImage = (): void => undefined;
    isDestroyed = (): boolean => false;
    destroy = (): void => undefined;
    setToolTip = (): void => void calls.tooltips++;
    setContextMenu = (): void => void calls.menus++;
  },
}));

it('sets the menu again only when its text has changed: an open one would flicker on GNOME', () => {
  const view: TrayView = {
    state: 'normal',
    color: 'auto',
    isPanelDark: true,
    scaleFactor: 1,
    tooltip: '12k tokens today\nmore',
    isPaused: false,
    text: null,
  };
  const tray = createTray({
    platform: 'linux',
    iconsFolder: '/icons',
    firstView: view,
    messages: createMessages(),
    onClick: () => undefined,
    onAction: () => undefined,
  });
  tray.render(view);
  tray.render({ ...view, state: 'warning' });
  // The menu shows the first line only.
  tray.render({ ...view, tooltip: '12k tokens today\nless' });
  expect(calls).toEqual({ menus: 1, tooltips: 2 });
  tray.render({ ...view, tooltip: '13k tokens today' });
  expect(calls).toEqual({ menus: 2, tooltips: 3 });
  tray.destroy();
});
