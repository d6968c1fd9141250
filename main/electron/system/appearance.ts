import type { NativeTheme } from 'electron';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../shared/lib/emitter.ts';
import type { Settings } from '../../../shared/settings/schema.ts';

/** The appearance that the system wants, following the setting. */
export interface Appearance {
  apply(theme: Settings['theme']): void;
  /** The background of windows before their page has been painted. */
  backgroundColor(): string;
  /** Whether taskbar and panels are dark; the app's own theme does not affect this. */
  isPanelDark(): boolean;
  /** The system's or the app's theme has changed. */
  onChange(listener: () => void): Dispose;
}

/** Background of the pages in both themes: `--canvas` in renderer/styles/tokens.css, as a test holds. */
export const backgroundColors = { light: '#f3f4f5', dark: '#141618' } as const;

/** Windows writes the registry some time after it has announced the change. */
const registryDelayMs = 500;

/** Builds the appearance from Electron's theme. `readTaskbarTheme` is provided on Windows only. */
export function createAppearance(
  nativeTheme: NativeTheme,
  readTaskbarTheme: (() => Promise<boolean | null>) | null,
): Appearance {
  const changes = createEmitter<undefined>();
  let isTaskbarDark: boolean | null = null;
  let timer: NodeJS.Timeout | undefined;

  const readAgain = async (): Promise<void> => {
    const isDark = (await readTaskbarTheme?.()) ?? null;
    if (isDark === isTaskbarDark) return;
    isTaskbarDark = isDark;
    changes.emit(undefined);
  };
  nativeTheme.on('updated', () => {
    changes.emit(undefined);
    if (readTaskbarTheme === null) return;
    clearTimeout(timer);
    timer = setTimeout(() => void readAgain(), registryDelayMs);
    timer.unref();
  });
  void readAgain();
  return {
    apply(theme) {
      // High contrast exists in light and dark.
      nativeTheme.themeSource = theme === 'high-contrast' ? 'system' : theme;
    },
    backgroundColor: () => (nativeTheme.shouldUseDarkColors ? backgroundColors.dark : backgroundColors.light),
    isPanelDark() {
      if (isTaskbarDark !== null) return isTaskbarDark;
      // Missing in older versions of Electron.
      const forPanels: boolean | undefined = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
      return forPanels ?? nativeTheme.shouldUseDarkColors;
    },
    onChange: changes.on,
  };
}
