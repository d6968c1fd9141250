import type { BacktestRow } from '../../domain/backtest.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

/** What a forecast rests on, as far as pages say it. */
export function createExplainForecastMessages(format: Formats) {
  const { duration } = createUnits(format);
  const share = (value: number): string => format.percent(value * 100);
  return {
    figures: (used: string, likely: string, from: string, to: string): string =>
      `Bisher ${used}, am Ende wahrscheinlich ${likely}; in 8 von 10 Fällen zwischen ${from} und ${to}.`,
    asOf: (moment: string, end: string): string => `Stand der Prognose: ${moment}. Sie gilt für ${end}.`,
    rule: 'Regel: wie viel du in der Vergangenheit nach ähnlichen Momenten noch verbraucht hast (Tageszeit, Dauer der Pause, jüngster Verbrauch). Solange dein Verlauf kurz ist, zählen auch Momente anderer Personen.',
    limitRule:
      'Regel: der neueste Wert des Anbieters plus das, was deine Tokens laut Logs nach derselben Regel wie bei einer Woche noch hinzufügen; die Tokens seit Beginn des Limit-Zeitraums sagen, wie viel ein Prozent ist.',
    odds: (odds: string): string => `Risiko, dass es vorher aufgebraucht ist: ${odds}.`,
    staleFigure: (ageMs: number): string =>
      `Der Stand des Anbieters ist ${duration(ageMs)} alt: zu alt, um zu sagen, ob das Limit aufgebraucht wird.`,
    record: ({
      forecasts,
      medianApe,
      coverage80,
    }: Pick<BacktestRow, 'forecasts' | 'medianApe' | 'coverage80'>): string =>
      `Bei ${format.integer(forecasts)} ${format.plural(forecasts, { one: 'solchen Prognose', other: 'solchen Prognosen' })} für deine Vergangenheit, jeweils zur Halbzeit erstellt, lag der mittlere Fehler (Median) bei ${medianApe === null ? 'einem unbekannten Anteil' : share(medianApe)}, und das Intervall traf in ${coverage80 === null ? 'einem unbekannten Anteil' : share(coverage80)} der Fälle zu.`,
    noRecord: 'In deinem Verlauf ist noch keine abgeschlossen, daher ist ihr Fehler nicht bekannt.',
    noRecordOfLimits: 'Es gibt zu wenige Meldungen von Limits, um den Fehler dieser Prognose zu messen.',
  };
}
