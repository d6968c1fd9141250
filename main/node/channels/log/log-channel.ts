import { ok } from '../../../../shared/lib/result.ts';
import type { AlertChannel } from '../../../../shared/ports/alert-channel.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';

/** Builds the channel that writes every alert to the log, whether or not another channel shows it. */
export function createLogChannel(logger: Pick<Logger, 'info'>): AlertChannel {
  return {
    name: 'log',
    problemId: null,
    async deliver({ intent, notice }) {
      logger.info(`${intent.kind} alert for ${intent.key}: ${notice.title}. ${notice.body}`);
      return ok(null);
    },
  };
}
