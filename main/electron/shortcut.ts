import type { GlobalShortcut } from 'electron';

/** The keys that open the app from everywhere. */
export interface Shortcut {
  /**
   * Registers another shortcut, or none (null); false when the system or another program has it, and then nothing has
   * changed.
   */
  set(accelerator: string | null): boolean;
}

/** Builds it, with no shortcut registered. */
export function createShortcut(
  globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>,
  onPressed: () => void,
): Shortcut {
  let current: string | null = null;
  const take = (accelerator: string): boolean => {
    try {
      return globalShortcut.register(accelerator, onPressed);
    } catch {
      // Electron does not know a key by that name.
      return false;
    }
  };
  return {
    set(accelerator) {
      if (accelerator === current) return true;
      if (accelerator !== null && !take(accelerator)) return false;
      if (current !== null) globalShortcut.unregister(current);
      current = accelerator;
      return true;
    },
  };
}
