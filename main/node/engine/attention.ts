import { hasAudience, noAudience } from '../../../shared/domain/audience.ts';
import type { Attention } from './engine-api.ts';

/** The default until the engine is notified: nothing more expensive than reading logs. */
export const unattended: Attention = { audience: noAudience, onBattery: false, constrained: false };

/** Whether anyone sees more than the tray icon; an engine that was never notified (null) assumes that someone does. */
export function isAttended(attention: Attention | null): boolean {
  return attention === null || (hasAudience(attention.audience) && !attention.constrained);
}
