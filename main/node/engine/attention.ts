import { hasAudience, noAudience } from '../../../shared/domain/audience.ts';
import type { Attention } from './engine-api.ts';

/** What holds until the engine is told: nothing that costs more than reading logs. */
export const unattended: Attention = { audience: noAudience, onBattery: false, constrained: false };

/** Whether somebody sees more than the tray icon; an engine that is never told (null) is taken to be looked at. */
export function isAttended(attention: Attention | null): boolean {
  return attention === null || (hasAudience(attention.audience) && !attention.constrained);
}
