import { watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { Dispose } from '../../../../shared/lib/disposable.ts';

/** A save is several changes: the file is emptied, written, or replaced by another. */
const debounceMs = 300;

/**
 * Calls back soon after a file was changed, replaced or made. It watches the file itself, not its folder, whose other
 * files may change every second; the folder only while the file is missing. Replacing the file ends the watch, so it is
 * restarted after each change, and every minute while neither can be watched. Does not keep the process alive. Does
 * nothing where the system reports no changes, as on network drives.
 */
export function watchFile(file: string, onChange: () => void): Dispose {
  const [folder, name] = [path.dirname(file), path.basename(file)];
  let watcher: FSWatcher | null = null;
  let timer: NodeJS.Timeout | undefined;
  const wait = (task: () => void, waitMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(task, waitMs).unref();
  };
  const handleChange = (): void => {
    begin();
    onChange();
  };
  const open = (target: string, isMeant: (changed: string | null) => boolean): FSWatcher | null => {
    try {
      const opened = watch(target, { persistent: false }, (_event, changed) => {
        if (isMeant(changed)) wait(handleChange, debounceMs);
      });
      return opened.on('error', () => wait(retry, minuteMs));
    } catch {
      return null;
    }
  };
  const openFile = (): FSWatcher | null => open(file, () => true);
  const begin = (): void => {
    watcher?.close();
    watcher = openFile();
    if (watcher !== null) return;
    watcher = open(folder, (changed) => changed === null || changed === name);
    // It may have been made in between.
    const made = openFile();
    if (made !== null) {
      watcher?.close();
      watcher = made;
      wait(handleChange, debounceMs);
    } else if (watcher === null) wait(retry, minuteMs);
  };
  const retry = (): void => {
    begin();
    if (watcher !== null) onChange();
  };
  begin();
  return () => {
    clearTimeout(timer);
    watcher?.close();
  };
}
