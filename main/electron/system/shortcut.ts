import type { GlobalShortcut } from 'electron';
import { createProblem } from '../../../shared/domain/problem.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { SettingsStore } from '../../../shared/settings/settings-store.ts';
import type { SnapshotView } from '../../node/host/engine/snapshot-view.ts';

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

/**
 * Keeps the shortcut of the settings registered, also when their file is edited, and reports while another program has it.
 */
export function followKeys(
  settings: Pick<SettingsStore, 'get' | 'onChange'>,
  view: Pick<SnapshotView, 'setProblem' | 'clearProblem'>,
  shortcut: Shortcut,
): void {
  const follow = ({ desktop: { shortcut: keys } }: Settings): void => {
    if (shortcut.set(keys)) return view.clearProblem('shortcut-taken');
    // No keys but those of the settings open the app.
    shortcut.set(null);
    view.setProblem(createProblem('shortcut-taken', { keys: keys ?? '' }));
  };
  settings.onChange(follow);
  follow(settings.get());
}
