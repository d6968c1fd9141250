import type { BacktestRow } from '../../domain/backtest.ts';
import type { Formats } from '../format/formats.ts';

/** What a forecast rests on, as far as pages say it. */
export function createExplainForecastMessages(format: Formats) {
  const share = (value: number): string => format.percent(value * 100);
  return {
    figures: (used: string, likely: string, from: string, to: string): string =>
      `Bisher ${used}, am Ende wahrscheinlich ${likely}; 8 von 10 Malen zwischen ${from} und ${to}.`,
    asOf: (moment: string, end: string): string => `Die Prognose stammt von ${moment} und gilt für ${end}.`,
    rule: 'Regel: was in ähnlichen Momenten deiner eigenen Vergangenheit noch kam (nach Tageszeit, Dauer der Ruhe und jüngstem Verbrauch). Solange davon wenig da ist, zählen auch Momente anderer.',
    limitRule:
      'Regel: vom neuesten Wert des Anbieters aus um so viel mehr, wie deine Tokens nach derselben Regel wie bei einer Woche noch hinzufügen; die Tokens seit Beginn des Limits sagen, wie viel ein Prozent ist.',
    odds: (odds: string): string => `Risiko, dass es vorher endet: ${odds}.`,
    record: ({
      forecasts,
      medianApe,
      coverage80,
    }: Pick<BacktestRow, 'forecasts' | 'medianApe' | 'coverage80'>): string =>
      `Von ${format.integer(forecasts)} solchen Prognosen für deine Vergangenheit, zur halben Zeit erstellt, lag der Median im mittleren Fall um ${medianApe === null ? 'einen unbekannten Anteil' : share(medianApe)} daneben, und das Intervall traf in ${coverage80 === null ? 'einem unbekannten Anteil' : share(coverage80)} der Fälle zu.`,
    noRecord: 'In deiner Vergangenheit ist noch keine abgeschlossen, daher ist ihr Fehler nicht bekannt.',
    noRecordOfLimits: 'Es gibt zu wenige Meldungen von Limits, um den Fehler dieser Prognose zu messen.',
  };
}
