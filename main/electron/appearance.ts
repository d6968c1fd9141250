import type { NativeTheme } from 'electron';
import type { Dispose } from '../../shared/lib/disposable.ts';
import type { Settings } from '../../shared/settings/schema.ts';

/** How the system wants things to look, following the setting. */
export interface Appearance {
  apply(theme: Settings['theme']): void;
  /** What windows are filled with before their page has drawn. */
  backgroundColor(): string;
  /** Whether taskbar and panels are dark, which the app's own theme does not change. */
  isPanelDark(): boolean;
  /** The system's or the app's theme has changed. */
  onChange(listener: () => void): Dispose;
}

/** Background of the pages in both themes: must match what the style sheets say. */
export const backgroundColors = { light: '#ffffff', dark: '#16181d' } as const;

/** Builds the appearance over Electron's theme. */
export function createAppearance(nativeTheme: NativeTheme): Appearance {
  return {
    apply(theme) {
      nativeTheme.themeSource = theme;
    },
    backgroundColor: () => (nativeTheme.shouldUseDarkColors ? backgroundColors.dark : backgroundColors.light),
    isPanelDark() {
      // Missing in older Electrons.
      const forPanels: boolean | undefined = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
      return forPanels ?? nativeTheme.shouldUseDarkColors;
    },
    onChange(listener) {
      nativeTheme.on('updated', listener);
      return () => void nativeTheme.off('updated', listener);
    },
  };
}
