import type { Attention } from './engine-api.ts';

/** What holds until the engine is told: nothing that costs more than reading logs. */
export const unattended: Attention = {
  popoverVisible: false,
  historyVisible: false,
  onBattery: false,
  constrained: false,
};

/** Whether somebody sees more than the tray icon; whoever never says so (null), as the command line, is taken to look. */
export function isAttended(attention: Attention | null): boolean {
  if (attention === null) return true;
  return (attention.popoverVisible || attention.historyVisible) && !attention.constrained;
}
