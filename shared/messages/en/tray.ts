import type { LimitTitle } from '../../domain/limit-window.ts';
import type { Currency, MicroUsd } from '../../domain/money.ts';
import type { Formats } from '../format/formats.ts';
import { describeOdds } from './odds.ts';
import { createUnitMessages } from './units.ts';

/** A longer label is left out. */
const maxLabel = 20;

/** The tray icon's tooltip and menu. Windows cuts a tooltip off after 127 characters. */
export function createTrayMessages(format: Formats) {
  const { apiEquivalent, duration, limitWindow, until } = createUnitMessages(format);
  /** The provider's own label says which model it is, but may be long. */
  const shortWindow = ({ label, ...window }: LimitTitle): string =>
    limitWindow({ ...window, label: label !== null && label.length <= maxLabel ? label : null });
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
    /** Says whose limit it is, where several agents have some. */
    ofAgent: (agent: string, risk: string): string => `${agent}: ${risk}`,
    runsOut: (window: LimitTitle, inMs: number): string => `${shortWindow(window)} runs out ${until(inMs)}`,
    /** Null where the risk is too small to mention. */
    mayRunOut(window: LimitTitle, probability: number): string | null {
      const odds = describeOdds(probability);
      return odds === null ? null : `${shortWindow(window)}: ${odds} that it runs out`;
    },
    usedUp(window: LimitTitle, resetsInMs: number | null): string {
      const reset = resetsInMs === null ? '' : `, resets ${until(resetsInMs)}`;
      return `${shortWindow(window)} used up${reset}`;
    },
    blockResets: (inMs: number): string => `block resets in ${duration(inMs)}`,
    menu: {
      open: 'Open Fuelgauge',
      overview: 'Overview',
      settings: 'Settings',
      pause: 'Pause monitoring',
      resume: 'Resume monitoring',
      quit: 'Quit Fuelgauge',
    },
  };
}
