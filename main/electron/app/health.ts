import type { App } from 'electron';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { KeepCrash } from '../../node/host/error-reports/crash-file.ts';
import { createErrorReporter, reportUncaughtErrors } from '../../node/host/error-reports/error-reporter.ts';

/**
 * Logs otherwise uncaught errors, repeated ones less and less often, and keeps the app running. `onRendererGone`
 * discards the window whose renderer died; opening it again creates a new one.
 */
export function watchHealth(options: {
  readonly app: Pick<App, 'on'>;
  readonly process: Pick<NodeJS.Process, 'on'>;
  readonly nowMs: () => number;
  readonly onRendererGone: (webContentsId: number) => void;
  readonly logger: Logger;
  /** Also keeps a file of each; omitted where none is kept. */
  readonly keepCrash?: KeepCrash;
}): void {
  const { app } = options;
  const report = createErrorReporter(options);
  reportUncaughtErrors(options.process, report);
  app.on('render-process-gone', (_event, contents, details) => {
    if (details.reason === 'clean-exit') return;
    report(`a window's process ended: ${details.reason}`);
    options.onRendererGone(contents.id);
  });
  app.on('child-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') report(`the ${details.type} process ended: ${details.reason}`);
  });
}
