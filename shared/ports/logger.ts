/** Logs what may help a developer. Messages carry no log content and no prompt text. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** Writes nothing: for callers without a log, or whose failures show up elsewhere. */
export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
