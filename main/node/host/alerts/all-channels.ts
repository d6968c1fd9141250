import type { Logger } from '../../../../shared/ports/logger.ts';
import { createLogChannel } from '../../channels/log/log-channel.ts';
import type { HostChannel } from './deliver-alerts.ts';

/** The channels of every host that raises alerts. A transport adds those that only its system has. */
export function createChannels(logger: Logger): readonly HostChannel[] {
  return [{ channel: createLogChannel(logger), isOn: () => true }];
}
