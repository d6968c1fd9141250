import { readFile, stat } from 'node:fs/promises';
import { parseStoredAlerts, toStoredAlerts, type StoredAlerts } from '../../../../shared/alerts/alert-state.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import { replaceFile } from '../../system/replace-file.ts';

/** Remembers across restarts which alerts were raised, which of them wait, and which are on their way. */
export interface AlertFile {
  /** What was saved; a baseline if there is nothing, or nothing that can be read. */
  readonly stored: StoredAlerts;
  /** Reads again what is saved, after another process could write it. Never rejects. */
  reload(): Promise<void>;
  /** Replaces what is saved; writes happen one after another. Never rejects. */
  write(stored: StoredAlerts): Promise<void>;
}

/** Larger than any outbox: a larger file is not ours. */
const maxBytes = 16 * 1024 * 1024;

/** Opens the file, which need not exist. */
export async function openAlertFile(file: string, logger: Logger): Promise<AlertFile> {
  let stored = await readStored(file);
  let written = JSON.stringify(toStoredAlerts(stored));
  let queue: Promise<void> = Promise.resolve();
  const write = async (text: string): Promise<void> => {
    if (text === written) return;
    try {
      // Alerts name projects and what they cost.
      await replaceFile(file, text);
      written = text;
    } catch (error) {
      logger.error('cannot save the state of alerts', error);
    }
  };
  return {
    get stored() {
      return stored;
    },
    async reload() {
      await queue;
      stored = await readStored(file);
      written = JSON.stringify(toStoredAlerts(stored));
    },
    write(next) {
      const text = JSON.stringify(toStoredAlerts(next));
      queue = queue.then(() => write(text));
      return queue;
    },
  };
}

async function readStored(file: string): Promise<StoredAlerts> {
  try {
    // A pipe would never end.
    const found = await stat(file);
    if (!found.isFile() || found.size > maxBytes) return parseStoredAlerts(null);
    return parseStoredAlerts(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return parseStoredAlerts(null);
  }
}
