/** Where the engine reports what a developer may want to know. Messages carry no log content and no prompt text. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** Writes nothing: for what has no log, or whose failures show elsewhere. */
export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
