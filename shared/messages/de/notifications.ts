import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

/** Notifications about limits. */
export function createNotifications(format: Formats): Translation['notifications'] {
  const { duration, limitWindow, until } = createUnits(format);
  const nameOf = (subject: AlertSubject): string =>
    subject.kind === 'block' ? '5-Stunden-Block' : limitWindow(subject);
  const reset = (atMs: number | null, nowMs: number): string =>
    atMs === null || atMs <= nowMs ? '' : ` Reset ${until(atMs - nowMs)}.`;
  return {
    threshold: ({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} bei ${format.percent(usedPercent)}`,
      body:
        (usedPercent >= 100 ? 'Aufgebraucht.' : `${format.percent(thresholdPercent)} überschritten.`) +
        reset(resetsAtMs, nowMs),
    }),
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} ist aufgebraucht`,
      body: `Nichts ist übrig.${reset(resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} ist wieder verfügbar`,
      body: 'Kein anderes bekanntes Limit dieses Kontos ist aufgebraucht.',
    }),
    'runs-out': ({ parameters: { subject, usedPercent, runsOutAtMs, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} endet ${until(runsOutAtMs - nowMs)}`,
      body:
        `${format.percent(usedPercent)} verbraucht. Bei diesem Tempo ist ` +
        `${duration(resetsAtMs - runsOutAtMs)} vor dem Reset nichts mehr übrig.`,
    }),
  };
}
