import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './limits.ts';

/** The tooltip and the menu of the tray icon. */
export function createTray(format: Formats): Translation['tray'] {
  const { apiEquivalent, duration, limitWindow, until } = createUnits(format);
  return {
    starting: 'iniciando',
    scanning: (percent) => `leyendo registros, ${format.percent(percent)}`,
    paused: 'en pausa',
    failed: 'detenido por un error',
    needsAttention: 'requiere atención',
    unusedToday: 'sin uso hoy',
    today: (tokens, cost, currency) =>
      `${format.compact(tokens)} tokens hoy${cost === null ? '' : `, ${apiEquivalent(cost, currency)}`}`,
    runsOut: (window, inMs) => `${limitWindow(window)}: se agota ${until(inMs)}`,
    mayRunOut: (window, probability) =>
      probability < 0.02 ? null : `${limitWindow(window)}: riesgo ${format.percent(probability * 100)}`,
    usedUp: (window, inMs) => `${limitWindow(window)} agotado${inMs === null ? '' : `, se restablece ${until(inMs)}`}`,
    blockResets: (inMs) => `el bloque termina en ${duration(inMs)}`,
    menu: {
      open: 'Abrir Fuelgauge',
      overview: 'Resumen',
      settings: 'Ajustes',
      pause: 'Pausar la supervisión',
      resume: 'Reanudar la supervisión',
      quit: 'Salir de Fuelgauge',
    },
  };
}

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
