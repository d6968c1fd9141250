import { hourMs } from '../../../../shared/domain/instant.ts';
import { createProblem } from '../../../../shared/domain/problem.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { StatuslineInstaller } from '../../statusline/installer.ts';
import type { SnapshotView } from '../engine/snapshot-view.ts';

/** Notices when something else has taken an installed status line out of the agent's settings. */
export interface StatuslineWatch {
  /** Looks now, and once an hour. */
  begin(): void;
  stop(): void;
}

/** Builds it. It reports a removed line and does not restore it: the removal may have been intended. */
export function createStatuslineWatch(options: {
  readonly installer: Pick<StatuslineInstaller, 'report' | 'refreshProgram'>;
  readonly view: Pick<SnapshotView, 'setProblem' | 'clearProblem'>;
  readonly logger: Logger;
}): StatuslineWatch {
  const { installer, view, logger } = options;
  let timer: NodeJS.Timeout | undefined;
  const check = async (): Promise<void> => {
    const { state, settingsFile } = await installer.report();
    if (state === 'removed' || state === 'replaced') {
      view.setProblem(createProblem('statusline-removed', { file: settingsFile }));
    } else view.clearProblem('statusline-removed');
    if (state === 'installed') await installer.refreshProgram();
  };
  const run = (): void =>
    void check().catch((error: unknown) => logger.warn(`cannot check the status line: ${String(error)}`));
  return {
    begin() {
      clearInterval(timer);
      timer = setInterval(run, hourMs).unref();
      run();
    },
    stop: () => clearInterval(timer),
  };
}
