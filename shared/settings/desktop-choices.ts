/** What stands beside the tray icon (macOS), or in its place (Windows, Linux). */
export const trayTexts = ['none', 'number', 'percent', 'countdown', 'two-lines'] as const;
export type TrayTextChoice = (typeof trayTexts)[number];

/** When it stands there: always, or only near a limit. */
export const trayTextTimes = ['always', 'near'] as const;

/** One icon in the tray for everything, or one for each account that has limits. */
export const trayIconCounts = ['one', 'accounts'] as const;

/** What only the desktop app has. */
export interface DesktopSettings {
  /** The keys that open the popover from everywhere, as Electron writes them; null: none. */
  readonly shortcut: string | null;
  readonly trayText: TrayTextChoice;
  readonly trayTextWhen: (typeof trayTextTimes)[number];
  readonly trayIcons: (typeof trayIconCounts)[number];
  /** What was found is shown above the figures, until the person goes on; the first start switches it on. */
  readonly showsWelcome: boolean;
  /** A small window with what stops the person first, above all other windows. */
  readonly gauge: boolean;
  /** How opaque it is, 30 to 100; Linux has no such thing. */
  readonly gaugeOpacityPercent: number;
  /** Its upper left corner on the virtual screen, in device-independent pixels; null until the person has moved it. */
  readonly gaugePosition: { readonly x: number; readonly y: number } | null;
}

/** What `gaugeOpacityPercent` may be: what is fainter cannot be found again. */
export const gaugeOpacities = [100, 85, 70, 50, 30] as const;

/** An icon and no keys. */
export const defaultDesktopSettings: DesktopSettings = {
  shortcut: null,
  trayText: 'none',
  trayTextWhen: 'always',
  trayIcons: 'one',
  showsWelcome: false,
  gauge: false,
  gaugeOpacityPercent: 100,
  gaugePosition: null,
};
