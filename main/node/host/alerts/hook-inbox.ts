import { watch, type FSWatcher } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { hourMs } from '../../../../shared/domain/instant.ts';
import type { SessionSignal } from '../../../../shared/domain/session-signal.ts';
import type { Dispose } from '../../../../shared/lib/disposable.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import { toHookFolder, type HookFolder } from '../../hooks/hook-folder.ts';
import { maxSignalBytes, parseSignals } from '../../hooks/signal-file.ts';
import { addStop } from '../../hooks/stop-file.ts';

/** What agents' hooks say, and which sessions they stop. */
export interface HookInbox {
  /** Oldest first; kept up to date only while there is a listener. */
  signals(): readonly SessionSignal[];
  /** Calls back once earlier signals have been read, and soon after each new one. */
  onChange(listener: () => void): Dispose;
  /** Stops a session at its next step. False when that could not be written. */
  stopSession(source: string, sessionId: string): boolean;
}

/** Several lines in a row are one change. */
const debounceMs = 200;

/** Opens the inbox of a data folder. */
export function openHookInbox(dataFolder: string, nowMs: () => number, logger: Logger): HookInbox {
  const places = toHookFolder(dataFolder);
  let known: readonly SessionSignal[] = [];
  const refresh = async (): Promise<void> => {
    known = parseSignals(await readText(places.signals));
  };
  return {
    // Older signals are of no use.
    signals: () => known.filter(({ atMs }) => Math.abs(nowMs() - atMs) < hourMs),
    onChange: (listener) => watchFolder(places, () => void refresh().then(listener), logger),
    stopSession: (source, sessionId) => addStop(places.stops, `${source}:${sessionId}`),
  };
}

/** Calls back at the start and after each change. */
function watchFolder({ folder }: HookFolder, listener: () => void, logger: Logger): Dispose {
  let debounce: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  let isDisposed = false;
  const begin = async (): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (isDisposed) return;
    watcher = watch(folder, { persistent: false }, () => {
      debounce ??= setTimeout(() => {
        debounce = undefined;
        listener();
      }, debounceMs).unref();
    });
    watcher.on('error', (error) => logger.warn(`hooks are not watched any more: ${error.message}`));
    listener();
  };
  void begin().catch((error: unknown) => logger.warn(`hooks cannot be watched: ${String(error)}`));
  return () => {
    isDisposed = true;
    clearTimeout(debounce);
    watcher?.close();
  };
}

async function readText(file: string): Promise<string> {
  try {
    // A pipe would never end.
    const found = await stat(file);
    return found.isFile() && found.size <= maxSignalBytes ? await readFile(file, 'utf8') : '';
  } catch {
    return '';
  }
}
