import { expect, it } from 'vitest';
import { createTrayIcons } from '../../../../../main/electron/tray/tray-icons.ts';
import type { TrayHandle, TrayView } from '../../../../../main/electron/tray/tray.ts';

const view = (tooltip: string): TrayView => ({
  state: 'normal',
  color: 'auto',
  isPanelDark: true,
  scaleFactor: 1,
  tooltip,
  isPaused: false,
  text: null,
});

function setUp() {
  const icons: { id: string | null; shown: string; isGone: boolean; click: () => void }[] = [];
  let clicks = 0;
  const tray = createTrayIcons({
    firstView: view('all'),
    onClick: () => clicks++,
    create(first, id, click): TrayHandle {
      const icon = { id, shown: first.tooltip, isGone: false, click };
      const x = icons.push(icon);
      return {
        render: ({ tooltip }) => void (icon.shown = tooltip),
        bounds: () => ({ x, y: 0, width: 1, height: 1 }),
        focus: () => undefined,
        destroy: () => void (icon.isGone = true),
      };
    },
  });
  const shown = (): unknown => icons.filter(({ isGone }) => !isGone).map((icon) => [icon.id, icon.shown]);
  return { tray, icons, shown, clicks: () => clicks };
}

it('keeps the first icon, adds and removes the others, and leaves those that stay alone', () => {
  const { tray, icons, shown } = setUp();
  tray.render([
    { id: 'a', view: view('A') },
    { id: 'b', view: view('B') },
    { id: 'c', view: view('C') },
  ]);
  expect(shown()).toEqual([
    [null, 'A'],
    ['b', 'B'],
    ['c', 'C'],
  ]);
  tray.render([
    { id: 'a', view: view('A') },
    { id: 'c', view: view('C2') },
  ]);
  expect(shown()).toEqual([
    [null, 'A'],
    ['c', 'C2'],
  ]);
  tray.render([{ id: null, view: view('all') }]);
  expect(shown()).toEqual([[null, 'all']]);
  expect(icons).toHaveLength(3);
  tray.destroy();
  expect(shown()).toEqual([]);
});

it('opens the popover at the icon that was clicked, and at the first one once that is gone', () => {
  const { tray, icons, clicks } = setUp();
  tray.render([
    { id: 'a', view: view('A') },
    { id: 'b', view: view('B') },
  ]);
  expect(tray.bounds().x).toBe(1);
  icons[1]?.click();
  expect([clicks(), tray.bounds().x]).toEqual([1, 2]);
  tray.render([{ id: null, view: view('all') }]);
  expect(tray.bounds().x).toBe(1);
});
