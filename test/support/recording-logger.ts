import type { Logger } from '../../shared/ports/logger.ts';

/** A logger that records every message, as `level message`. */
export interface RecordingLogger extends Logger {
  readonly lines: readonly string[];
}

/** Builds an empty one. */
export function createRecordingLogger(): RecordingLogger {
  const lines: string[] = [];
  return {
    lines,
    info: (message) => void lines.push(`info ${message}`),
    warn: (message) => void lines.push(`warn ${message}`),
    error: (message) => void lines.push(`error ${message}`),
  };
}
