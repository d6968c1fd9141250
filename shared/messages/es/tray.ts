import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeOdds } from './odds.ts';
import { createUnits } from './units.ts';

/** The tooltip and the menu of the tray icon. */
export function createTray(format: Formats): Translation['tray'] {
  const { apiEquivalent, duration, limitWindow, until } = createUnits(format);
  return {
    tooltip: (parts) => `Fuelgauge: ${parts.join(' · ')}`,
    starting: 'iniciando',
    scanning: (percent) => `leyendo registros, ${format.percent(percent)}`,
    paused: 'en pausa',
    failed: 'detenido por un error',
    needsAttention: 'requiere atención',
    unusedToday: 'sin uso hoy',
    nothingReadToday: 'nada leído hoy todavía',
    today: (tokens, cost, currency) =>
      `${format.compact(tokens)} tokens hoy${cost === null ? '' : `, ${apiEquivalent(cost.microUsd, currency, cost.isPartial)}`}`,
    ofAgent: (agent, risk) => `${agent}: ${risk}`,
    runsOut: (window, inMs) => `${limitWindow(window)}: se agota ${until(inMs)}`,
    mayRunOut(window, probability) {
      const odds = describeOdds(probability, format);
      return odds === null ? null : `${limitWindow(window)}: ${odds} de que se agote`;
    },
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
