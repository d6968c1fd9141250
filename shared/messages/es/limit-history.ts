import type { Formats } from '../format/formats.ts';
import { joinRange } from '../format/join-range.ts';

/** Limits over time, and how good their forecasts have been. */
export function createLimitHistoryMessages(format: Formats) {
  return {
    none: 'No se leyó ningún límite en este periodo',
    noneText: 'Las lecturas aparecen aquí en cuanto un agente muestra lo que permite su proveedor.',
    chart: (title: string): string => `${title}: parte usada a lo largo del tiempo`,
    ended: (windows: number, usedUp: number): string =>
      windows === 0
        ? 'Ninguna ventana terminó en este periodo.'
        : `${format.integer(windows)} ${format.plural(windows, { one: 'ventana terminada', other: 'ventanas terminadas' })}; agotadas: ${usedUp === 0 ? 'ninguna' : format.integer(usedUp)}.`,
    now: (percent: number): string => `Ahora ${format.percent(percent)} usado.`,
    forecast: (low: number, high: number): string =>
      `Previsión al restablecerse: ${joinRange(format.percent(low), format.percent(high), ' a ')}.`,
    firstReading: (at: string): string => `Primera lectura: ${at}.`,
    lastReading: (at: string): string => `Última lectura: ${at}.`,
    used: 'Usado',
    readings: 'Lecturas',
    band: 'Previsión, intervalo del 80 %',
    official: 'oficial',
    record: {
      title: 'Balance de la previsión',
      run: 'Reproducir el historial',
      running: 'Reproduciendo el historial…',
      text: 'Rehace previsiones pasadas solo con lo que se sabía entonces y las compara con lo que ocurrió.',
      none: 'Aún no hay historial suficiente.',
      quantity: 'Qué',
      method: 'Método',
      forecasts: 'Previsiones',
      error: 'Error habitual',
      covered: 'Dentro del intervalo',
      falseAlarms: 'Falsas alarmas',
      missed: 'No detectadas',
      own: 'Fuelgauge',
    },
  };
}
