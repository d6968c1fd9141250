/** What stands next to the tray icon, and the keys that open the popover. */
export const trayAndKeys = {
  title: 'Tray icon and keys',
  text: 'Figure next to the tray icon',
  textHint:
    'Of the limit that stops you first, as in the popover: what is left, or what is used. Where the tray has no room for ' +
    'words, it takes the place of the icon.',
  texts: {
    none: 'Icon only',
    number: 'Tokens today',
    percent: 'Percent',
    countdown: 'Time until the reset',
    'two-lines': 'Percent and time',
  },
  when: 'Show the figure',
  times: { always: 'Always', near: 'Only near a limit' },
  preview: 'How it looks, with made-up figures',
  systems: { darwin: 'macOS', win32: 'Windows', linux: 'Linux' },
  states: { normal: 'Normal', warning: 'Near a limit', critical: 'At the limit' },
  /** Read instead of the drawn picture. */
  looksLike: (system: string, state: string, figure: string): string => `${system}, ${state}: ${figure}`,
  icons: 'Icons in the tray',
  iconsHint:
    'With one for each account, the letters next to an icon say whose it is; accounts without limits have none.',
  iconCounts: { one: 'One', accounts: 'One for each account' },
  gauge: 'Floating gauge',
  gaugeHint:
    'A small window above all others, with the limit that stops you first. Drag it anywhere; a click opens Fuelgauge. ' +
    'On Wayland, choose “Always on top” in its menu (Alt+Space).',
  gaugeOpacity: 'Opacity of the gauge',
  gaugeOpacityHint: 'On macOS and Windows.',
  shortcut: 'Keys that open Fuelgauge',
  shortcutHint: 'They work in every program, and close the popover again. None by default.',
  noShortcut: 'None',
  record: 'Press the keys…',
  recordHint: 'Escape cancels, Backspace removes the keys.',
  remove: 'Remove the keys',
  badShortcut: 'Press Ctrl, Alt or the command key together with a letter, digit or function key.',
};
