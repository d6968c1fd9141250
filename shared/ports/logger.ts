/** Where the engine reports what a developer may want to know. Messages carry no log content and no prompt text. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}
