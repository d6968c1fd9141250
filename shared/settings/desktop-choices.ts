/** What stands beside the tray icon (macOS), or in its place (Windows, Linux). */
export const trayTexts = ['none', 'number', 'percent', 'countdown', 'two-lines'] as const;
export type TrayTextChoice = (typeof trayTexts)[number];

/** When it stands there: always, or only near a limit. */
export const trayTextTimes = ['always', 'near'] as const;

/** What only the desktop app has. */
export interface DesktopSettings {
  /** The keys that open the popover from everywhere, as Electron writes them; null: none. */
  readonly shortcut: string | null;
  readonly trayText: TrayTextChoice;
  readonly trayTextWhen: (typeof trayTextTimes)[number];
  /** What was found is shown above the figures, until the person goes on; the first start switches it on. */
  readonly showsWelcome: boolean;
}

/** An icon and no keys. */
export const defaultDesktopSettings: DesktopSettings = {
  shortcut: null,
  trayText: 'none',
  trayTextWhen: 'always',
  showsWelcome: false,
};
