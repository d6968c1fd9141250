/** What the tray icon shows, each with its own shape. */
export const trayIconStates = ['normal', 'warning', 'critical', 'paused', 'error'] as const;
export type TrayIconState = (typeof trayIconStates)[number];

/** Edge lengths of the Linux icons, in pixels. */
export const linuxIconSizes = [22, 24, 32, 48, 64] as const;

/** What the choice of tray icon depends on. */
export interface TrayIconRequest {
  readonly platform: NodeJS.Platform;
  readonly state: TrayIconState;
  /** The setting; `light` is a light icon for a dark panel. */
  readonly color: 'auto' | 'light' | 'dark';
  /** Whether the taskbar or panel is dark, as far as the system reports it. */
  readonly isPanelDark: boolean;
  /** The largest scale factor of all displays. */
  readonly scaleFactor: number;
}

/**
 * Path of the icon file below the tray icons' folder. macOS colors template images itself; Windows picks the size from
 * the `.ico`; on Linux the StatusNotifierItem protocol has no scale factors and no panel theme, so the size follows the
 * largest scale factor of all displays and the icon is light with a dark edge unless the person chooses otherwise.
 */
export function chooseTrayIcon(request: TrayIconRequest): string {
  const { platform, state } = request;
  if (platform === 'darwin') return `macos/${state}Template.png`;
  if (platform === 'win32') {
    const isLight = request.color === 'auto' ? request.isPanelDark : request.color === 'light';
    return `windows/${state}-${isLight ? 'light' : 'dark'}.ico`;
  }
  const size = linuxIconSizes.find((edge) => edge >= Math.floor(22 * request.scaleFactor)) ?? 64;
  return `linux/${state}-${request.color === 'auto' ? 'outlined' : request.color}-${size}.png`;
}
