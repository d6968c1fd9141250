import type { LimitTitle } from '../../domain/limit-window.ts';
import type { Currency, MicroUsd } from '../../domain/money.ts';
import type { Formats } from '../format/formats.ts';
import { createUnitMessages } from './units.ts';

/** The tray icon's tooltip and menu. Windows cuts a tooltip off after 127 characters. */
export function createTrayMessages(format: Formats) {
  const { apiEquivalent, duration, limitWindow, until } = createUnitMessages(format);
  return {
    tooltip: (parts: readonly string[]): string => `Fuelgauge: ${parts.join(' · ')}`,
    starting: 'starting',
    scanning: (percent: number): string => `reading logs, ${format.percent(percent)}`,
    paused: 'paused',
    failed: 'stopped by an error',
    needsAttention: 'needs attention',
    unusedToday: 'nothing used today',
    today(tokens: number, costMicroUsd: MicroUsd | null, currency: Currency): string {
      const cost = costMicroUsd === null ? '' : `, ${apiEquivalent(costMicroUsd, currency)}`;
      return `${format.compact(tokens)} tokens today${cost}`;
    },
    // The provider's own label may be long; the length says which window it is.
    runsOut: (window: LimitTitle, inMs: number): string =>
      `${limitWindow({ ...window, label: null })} runs out ${until(inMs)}`,
    usedUp(window: LimitTitle, resetsInMs: number | null): string {
      const reset = resetsInMs === null ? '' : `, resets ${until(resetsInMs)}`;
      return `${limitWindow({ ...window, label: null })} used up${reset}`;
    },
    blockResets: (inMs: number): string => `block resets in ${duration(inMs)}`,
    menu: {
      open: 'Open Fuelgauge',
      history: 'History',
      settings: 'Settings',
      pause: 'Pause monitoring',
      resume: 'Resume monitoring',
      quit: 'Quit Fuelgauge',
    },
  };
}
