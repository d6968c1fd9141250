import type { Messages } from '../../../shared/messages/catalogue.ts';

/** The tray menu's actions. */
export type TrayAction = 'open' | 'overview' | 'settings' | 'togglePaused' | 'quit';

/** An item of the tray menu. */
export type TrayMenuItem =
  | { readonly kind: 'status'; readonly label: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction };

// A menu is as wide as its longest item.
const maxStatusLength = 80;

/**
 * The tray menu. It holds every action, since on Linux a click on the icon may never reach us; its first line is the
 * icon's text.
 */
export function toTrayMenu(
  state: { readonly status: string; readonly isPaused: boolean },
  labels: Messages['tray']['menu'],
): readonly TrayMenuItem[] {
  return [
    { kind: 'status', label: shorten(state.status) },
    { kind: 'separator' },
    { kind: 'action', label: labels.open, action: 'open' },
    { kind: 'action', label: labels.overview, action: 'overview' },
    { kind: 'action', label: labels.settings, action: 'settings' },
    { kind: 'separator' },
    { kind: 'action', label: state.isPaused ? labels.resume : labels.pause, action: 'togglePaused' },
    { kind: 'separator' },
    { kind: 'action', label: labels.quit, action: 'quit' },
  ];
}

/** The first line, short enough for a menu; `&` would underline the letter after it. */
function shorten(status: string): string {
  const line = (status.split('\n')[0] ?? '').trim();
  const short = line.length > maxStatusLength ? `${line.slice(0, maxStatusLength - 1)}…` : line;
  return short.replaceAll('&', '&&');
}
