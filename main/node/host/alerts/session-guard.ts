import type { AlertIntent } from '../../../../shared/domain/alert-intent.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { HookInbox } from './hook-inbox.ts';
import type { HostEngine } from '../engine/host-engine.ts';

/**
 * Acts on a session at its hard limit. `pause` stops its agent's processes with a signal, if they certainly or probably
 * work on that session; `stop` leaves a request for the agent's hook. Both can be undone, and each happens only once per
 * session: see the rule.
 */
export function createSessionGuard(options: {
  readonly engine: Pick<HostEngine, 'processes' | 'pauseProcesses'>;
  readonly hooks?: Pick<HookInbox, 'stopSession'>;
  readonly logger: Logger;
}): (intent: AlertIntent) => void {
  const { engine, hooks, logger } = options;
  const pause = async (source: string, sessionId: string): Promise<void> => {
    const { rows } = await engine.processes({ source: null });
    const agents = rows.filter(
      ({ session }) =>
        session?.sessionId === sessionId && session.source === source && session.confidence !== 'possible',
    );
    const targets = agents.flatMap(({ members }) => members.map(({ pid, startedAtMs }) => ({ pid, startedAtMs })));
    if (targets.length === 0) return logger.warn('the guard found no process of a session to pause');
    await engine.pauseProcesses({ targets, isPaused: true });
  };
  return ({ kind, source, parameters }) => {
    if (kind !== 'guard' || source === null || parameters.level !== 'hard') return;
    const { action, sessionId } = parameters;
    if (action === 'stop' && hooks?.stopSession(source, sessionId) !== true) {
      logger.warn('the guard could not leave word for a hook');
    }
    if (action !== 'pause') return;
    void pause(source, sessionId).catch((error: unknown) => logger.error('the guard could not pause a session', error));
  };
}
