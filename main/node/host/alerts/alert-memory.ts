import type { StoredAlerts } from '../../../../shared/alerts/alert-state.ts';
import type { AlertFile } from './alert-file.ts';

/** Everything about alerts that outlives the app, while it runs. Rules and outbox change it and save it as one. */
export interface AlertMemory {
  current(): StoredAlerts;
  change(patch: Partial<StoredAlerts>): void;
  /** Resolves when everything so far is saved. Never rejects. */
  save(): Promise<void>;
  /** Saves within half a minute: for what may be lost in a crash. */
  saveSoon(): void;
}

/** How long a change that raised no alert may wait to be saved. */
const writeDelayMs = 30_000;

/** Builds the memory, starting from what was saved. */
export function createAlertMemory(file: AlertFile): AlertMemory {
  let current = file.stored;
  let saving: NodeJS.Timeout | undefined;
  const save = (): Promise<void> => {
    clearTimeout(saving);
    saving = undefined;
    return file.write(current);
  };
  return {
    current: () => current,
    change(patch) {
      current = { ...current, ...patch };
    },
    save,
    saveSoon() {
      saving ??= setTimeout(() => void save(), writeDelayMs).unref();
    },
  };
}
