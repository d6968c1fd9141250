/** What the tray menu can do. */
export type TrayAction = 'open' | 'history' | 'settings' | 'togglePaused' | 'quit';

/** One item of the tray menu. */
export type TrayMenuItem =
  | { readonly kind: 'status'; readonly label: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction };

// A menu is as wide as its longest item.
const longestStatus = 80;

/**
 * The tray menu. It holds every action, since on Linux a click on the icon may never reach us; its first line says
 * what the icon says.
 */
export function toTrayMenu(state: { readonly status: string; readonly isPaused: boolean }): readonly TrayMenuItem[] {
  return [
    { kind: 'status', label: shorten(state.status) },
    { kind: 'separator' },
    { kind: 'action', label: 'Open Fuelgauge', action: 'open' },
    { kind: 'action', label: 'History', action: 'history' },
    { kind: 'action', label: 'Settings', action: 'settings' },
    { kind: 'separator' },
    { kind: 'action', label: state.isPaused ? 'Resume monitoring' : 'Pause monitoring', action: 'togglePaused' },
    { kind: 'separator' },
    { kind: 'action', label: 'Quit Fuelgauge', action: 'quit' },
  ];
}

/** The first line, short enough for a menu; `&` would underline the letter after it. */
function shorten(status: string): string {
  const line = (status.split('\n')[0] ?? '').trim();
  const short = line.length > longestStatus ? `${line.slice(0, longestStatus - 1)}…` : line;
  return short.replaceAll('&', '&&');
}
