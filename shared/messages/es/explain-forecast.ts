import type { BacktestRow } from '../../domain/backtest.ts';
import type { Formats } from '../format/formats.ts';

/** What a forecast rests on, as far as pages say it. */
export function createExplainForecastMessages(format: Formats) {
  const share = (value: number): string => format.percent(value * 100);
  return {
    figures: (used: string, likely: string, from: string, to: string): string =>
      `${used} hasta ahora, probablemente ${likely} al final; 8 de cada 10 veces entre ${from} y ${to}.`,
    asOf: (moment: string, end: string): string => `La previsión es de ${moment}, para ${end}.`,
    rule: 'Regla: lo que aún vino en momentos parecidos de tu propio pasado (según la hora, cuánto has descansado y cuánto usaste últimamente). Mientras haya pocos, cuentan también los de otras personas.',
    limitRule:
      'Regla: a partir de la última cifra del proveedor, lo que añadirán tus tokens con la misma regla que para una semana; los tokens desde el inicio del límite dicen cuánto es un 1 %.',
    odds: (odds: string): string => `Riesgo de que se agote antes: ${odds}.`,
    record: ({
      forecasts,
      medianApe,
      coverage80,
    }: Pick<BacktestRow, 'forecasts' | 'medianApe' | 'coverage80'>): string =>
      `De ${format.integer(forecasts)} previsiones así sobre tu pasado, hechas a mitad de tiempo, la mediana falló por ${medianApe === null ? 'una parte desconocida' : share(medianApe)} en el caso central, y el intervalo acertó en ${coverage80 === null ? 'una parte desconocida' : share(coverage80)} de los casos.`,
    noRecord: 'Aún no hay ninguna completada en tu pasado, así que se desconoce su error.',
    noRecordOfLimits: 'Hay muy pocas lecturas de límites para medir el error de esta.',
  };
}
