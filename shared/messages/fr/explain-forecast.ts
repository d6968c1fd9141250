import type { BacktestRow } from '../../domain/backtest.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

/** What a forecast rests on, as far as pages say it. */
export function createExplainForecastMessages(format: Formats) {
  const { duration } = createUnits(format);
  const share = (value: number): string => format.percent(value * 100);
  return {
    figures: (used: string, likely: string, from: string, to: string): string =>
      `${used} jusqu’ici, probablement ${likely} à la fin ; 8 fois sur 10 entre ${from} et ${to}.`,
    asOf: (moment: string, end: string): string => `Prévision calculée : ${moment}, pour ${end}.`,
    rule: 'Règle : ce que vous avez encore utilisé par le passé après des moments semblables (heure, durée de la pause, utilisation récente). Tant que votre historique est court, les moments d’autres personnes comptent aussi.',
    limitRule:
      'Règle : le dernier chiffre du fournisseur, plus ce que vos tokens relevés dans les journaux ajouteront selon la même règle que pour une semaine ; les tokens depuis le début de la fenêtre disent ce que vaut un pour cent.',
    odds: (odds: string): string => `Risque d’épuisement avant la fin : ${odds}.`,
    staleFigure: (ageMs: number): string =>
      `Le relevé du fournisseur date de ${duration(ageMs)} : trop ancien pour dire si la limite sera épuisée.`,
    record: ({
      forecasts,
      medianApe,
      coverage80,
    }: Pick<BacktestRow, 'forecasts' | 'medianApe' | 'coverage80'>): string =>
      `Sur ${format.integer(forecasts)} ${format.plural(forecasts, { one: 'prévision de ce genre, faite', other: 'prévisions de ce genre, faites' })} à mi-parcours sur votre passé, l’erreur médiane est ${medianApe === null ? 'inconnue' : `de ${share(medianApe)}`}, et l’intervalle a tenu dans ${coverage80 === null ? 'une part inconnue' : share(coverage80)} des cas.`,
    noRecord: 'Votre historique n’en compte encore aucune d’achevée ; son erreur est donc inconnue.',
    noRecordOfLimits: 'Les relevés de limites sont trop rares pour mesurer l’erreur de celle-ci.',
  };
}
