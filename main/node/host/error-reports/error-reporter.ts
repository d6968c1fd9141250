import type { Logger } from '../../../../shared/ports/logger.ts';
import type { KeepCrash } from './crash-file.ts';
import { createReportBackoff } from './report-backoff.ts';

/** Logs that something failed, and why if that is known. */
export type ReportError = (what: string, cause?: unknown) => void;

/** Builds the function that logs errors, repeated ones less and less often. */
export function createErrorReporter(options: {
  readonly nowMs: () => number;
  readonly logger: Pick<Logger, 'error'>;
  /** Also keeps a file of each; omitted where none is kept. */
  readonly keepCrash?: KeepCrash;
}): ReportError {
  const backoff = createReportBackoff();
  return (what, cause) => {
    const key = `${what} ${cause instanceof Error ? cause.message : ''}`;
    if (!backoff.isDue(key, options.nowMs())) return;
    options.logger.error(what, cause);
    void options.keepCrash?.(what, cause);
  };
}

/** Reports otherwise uncaught errors of a process, and keeps it running. */
export function reportUncaughtErrors(process: Pick<NodeJS.Process, 'on'>, report: ReportError): void {
  process.on('uncaughtException', (error: Error) => report('uncaught exception', error));
  process.on('unhandledRejection', (reason: unknown) => report('unhandled rejection', reason));
}
