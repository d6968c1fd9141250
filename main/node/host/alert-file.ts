import { readFile, stat } from 'node:fs/promises';
import { parseAlertState, toStoredAlerts, type AlertState } from '../../../shared/alerts/alert-state.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import { replaceFile } from '../replace-file.ts';

/** Remembers across restarts which alerts were raised, so that none is raised twice. */
export interface AlertFile {
  /** The saved state; a baseline if there is none, or none that can be read. */
  readonly state: AlertState;
  /** Replaces the saved state; writes happen one after another. Never rejects. */
  write(state: AlertState): Promise<void>;
}

/** Opens the file, which need not exist. */
export async function openAlertFile(file: string, logger: Logger): Promise<AlertFile> {
  const state = await readState(file);
  let written = JSON.stringify(toStoredAlerts(state));
  let queue: Promise<void> = Promise.resolve();
  const write = async (text: string): Promise<void> => {
    if (text === written) return;
    try {
      await replaceFile(file, text);
      written = text;
    } catch (error) {
      logger.error('cannot save the state of alerts', error);
    }
  };
  return {
    state,
    write(next) {
      const text = JSON.stringify(toStoredAlerts(next));
      queue = queue.then(() => write(text));
      return queue;
    },
  };
}

async function readState(file: string): Promise<AlertState> {
  try {
    // A pipe would never end.
    if (!(await stat(file)).isFile()) return parseAlertState(null);
    return parseAlertState(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return parseAlertState(null);
  }
}
