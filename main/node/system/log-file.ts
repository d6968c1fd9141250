import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../../../shared/ports/logger.ts';

/** A logger that writes to a file of bounded size. */
export interface LogFile extends Logger {
  /** Resolves when everything logged so far is on disk (or could not be written). */
  flush(): Promise<void>;
}

/**
 * Builds the logger for `file`. At `maxBytes` the file becomes `<file>.1` and a new one is started, so that there are
 * never more than two files of that size. The home folder is written as `~`. Write failures are silent: there is
 * nowhere left to report them.
 */
export function createLogFile(options: {
  readonly file: string;
  readonly homeFolder: string;
  readonly maxBytes: number;
  readonly nowMs: () => number;
}): LogFile {
  const { file } = options;
  let queue: Promise<void> = Promise.resolve();
  let size: number | null = null;

  const write = async (line: string): Promise<void> => {
    if (size === null) {
      await mkdir(path.dirname(file), { recursive: true });
      size = await stat(file).then(
        (found) => found.size,
        () => 0,
      );
    }
    const bytes = Buffer.byteLength(line);
    if (size > 0 && size + bytes > options.maxBytes) {
      await rename(file, `${file}.1`);
      size = 0;
    }
    await appendFile(file, line, { mode: 0o600 });
    size += bytes;
  };
  const say = (level: string, message: string): void => {
    const text = redactHome(message, options.homeFolder).replaceAll('\n', '\n  ');
    const line = `${new Date(options.nowMs()).toISOString()} ${level} ${text}\n`;
    queue = queue.then(() => write(line)).catch(() => undefined);
  };
  return {
    info: (message) => say('info', message),
    warn: (message) => say('warn', message),
    error: (message, cause) => say('error', cause === undefined ? message : `${message}: ${describe(cause)}`),
    flush: () => queue,
  };
}

/** The text with the home folder's path, with either kind of slash, replaced by `~`. */
export function redactHome(text: string, homeFolder: string): string {
  if (homeFolder.length < 2) return text;
  return text.replaceAll(homeFolder, '~').replaceAll(homeFolder.replaceAll('\\', '/'), '~');
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause === 'string' ? cause : 'unknown cause';
  return cause.stack ?? `${cause.name}: ${cause.message}`;
}
