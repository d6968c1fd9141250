import type { LimitTitle } from '../../domain/limit-window.ts';
import type { Currency, MicroUsd } from '../../domain/money.ts';
import type { Formats } from '../format/formats.ts';
import { describeOdds } from './odds.ts';
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
    /** The figures are those of an earlier day. */
    nothingReadToday: 'nothing read yet today',
    today(
      tokens: number,
      cost: { readonly microUsd: MicroUsd; readonly isPartial: boolean } | null,
      currency: Currency,
    ): string {
      const text = cost === null ? '' : `, ${apiEquivalent(cost.microUsd, currency, cost.isPartial)}`;
      return `${format.compact(tokens)} tokens today${text}`;
    },
    /** Says whose limit it is, where several agents have some. */
    ofAgent: (agent: string, risk: string): string => `${agent}: ${risk}`,
    runsOut: (window: LimitTitle, inMs: number): string => `${limitWindow(window)} runs out ${until(inMs)}`,
    /** Null where the risk is too small to mention. */
    mayRunOut(window: LimitTitle, probability: number): string | null {
      const odds = describeOdds(probability);
      return odds === null ? null : `${limitWindow(window)}: ${odds} that it runs out`;
    },
    usedUp(window: LimitTitle, resetsInMs: number | null): string {
      const reset = resetsInMs === null ? '' : `, resets ${until(resetsInMs)}`;
      return `${limitWindow(window)} used up${reset}`;
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
