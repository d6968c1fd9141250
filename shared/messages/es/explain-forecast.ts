import type { BacktestRow } from '../../domain/backtest.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

/** What a forecast rests on, as far as pages say it. */
export function createExplainForecastMessages(format: Formats) {
  const { duration } = createUnits(format);
  const share = (value: number): string => format.percent(value * 100);
  return {
    figures: (used: string, likely: string, from: string, to: string): string =>
      `${used} hasta ahora, probablemente ${likely} al final; 8 de cada 10 veces entre ${from} y ${to}.`,
    asOf: (moment: string, end: string): string => `Previsión calculada: ${moment}, para ${end}.`,
    rule: 'Regla: cuánto más usaste en el pasado tras momentos parecidos (hora del día, duración de la pausa, uso reciente). Mientras tu historial sea corto, cuentan también los momentos de otras personas.',
    limitRule:
      'Regla: la última cifra del proveedor más lo que añadirán tus tokens, según los registros, con la misma regla que para una semana; los tokens desde el inicio de la ventana indican cuánto es un 1 %.',
    odds: (odds: string): string => `Riesgo de que se agote antes: ${odds}.`,
    staleFigure: (ageMs: number): string =>
      `La lectura del proveedor tiene ${duration(ageMs)}: demasiado antigua para decir si el límite se agotará.`,
    record: ({
      forecasts,
      medianApe,
      coverage80,
    }: Pick<BacktestRow, 'forecasts' | 'medianApe' | 'coverage80'>): string =>
      `En ${format.integer(forecasts)} ${format.plural(forecasts, { one: 'previsión así sobre tu pasado, hecha', other: 'previsiones así sobre tu pasado, hechas' })} a mitad del periodo, el error mediano fue ${medianApe === null ? 'desconocido' : `del ${share(medianApe)}`} y el intervalo acertó en ${coverage80 === null ? 'una parte desconocida' : `el ${share(coverage80)}`} de los casos.`,
    noRecord: 'Tu historial aún no tiene ninguna completada, así que se desconoce su error.',
    noRecordOfLimits: 'Hay muy pocas lecturas de límites para medir el error de esta.',
  };
}
