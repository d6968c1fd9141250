import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

/** Notifications about limits. */
export function createNotifications(format: Formats): Translation['notifications'] {
  const { duration, limitWindow, until } = createUnits(format);
  const nameOf = (subject: AlertSubject): string => (subject.kind === 'block' ? 'bloque de 5 h' : limitWindow(subject));
  const reset = (atMs: number | null, nowMs: number): string =>
    atMs === null || atMs <= nowMs ? '' : ` Se restablece ${until(atMs - nowMs)}.`;
  return {
    threshold: ({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} al ${format.percent(usedPercent)}`,
      body:
        (usedPercent >= 100 ? 'Agotado.' : `Se superó el ${format.percent(thresholdPercent)}.`) +
        reset(resetsAtMs, nowMs),
    }),
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} agotado`,
      body: `No queda nada.${reset(resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} disponible de nuevo`,
      body: 'Ningún otro límite conocido de esta cuenta está agotado.',
    }),
    'runs-out': ({ parameters: { subject, usedPercent, runsOutAtMs, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} se agota ${until(runsOutAtMs - nowMs)}`,
      body:
        `${format.percent(usedPercent)} usado. A este ritmo no quedará nada ` +
        `${duration(resetsAtMs - runsOutAtMs)} antes de restablecerse.`,
    }),
  };
}
