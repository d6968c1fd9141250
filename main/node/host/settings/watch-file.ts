import { watch, type FSWatcher } from 'node:fs';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { Dispose } from '../../../../shared/lib/disposable.ts';

/** A save is several changes: the file is emptied, written, or replaced by another. */
const debounceMs = 300;

/**
 * Calls back soon after a file was changed or replaced. It watches the file itself, not its folder, whose other files may
 * change every second. Replacing the file ends the watch, so it is restarted after each change, and every minute while the
 * file is missing. Does not keep the process alive. Does nothing where the system reports no changes, as on network drives.
 */
export function watchFile(file: string, onChange: () => void): Dispose {
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  const wait = (task: () => void, waitMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(task, waitMs).unref();
  };
  const handleChange = (): void => {
    begin();
    onChange();
  };
  const begin = (): void => {
    watcher?.close();
    watcher = undefined;
    try {
      watcher = watch(file, { persistent: false }, () => wait(handleChange, debounceMs));
      watcher.on('error', () => wait(retry, minuteMs));
    } catch {
      wait(retry, minuteMs);
    }
  };
  const retry = (): void => {
    begin();
    if (watcher !== undefined) onChange();
  };
  begin();
  return () => {
    clearTimeout(timer);
    watcher?.close();
  };
}
