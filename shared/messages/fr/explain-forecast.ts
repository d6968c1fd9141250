import type { BacktestRow } from '../../domain/backtest.ts';
import type { Formats } from '../format/formats.ts';

/** What a forecast rests on, as far as pages say it. */
export function createExplainForecastMessages(format: Formats) {
  const share = (value: number): string => format.percent(value * 100);
  return {
    figures: (used: string, likely: string, from: string, to: string): string =>
      `${used} jusqu’ici, probablement ${likely} à la fin ; 8 fois sur 10 entre ${from} et ${to}.`,
    asOf: (moment: string, end: string): string => `La prévision date de ${moment}, pour ${end}.`,
    rule: 'Règle : ce qui est encore venu à des moments semblables de votre passé (selon l’heure, la durée de la pause et l’utilisation récente). Tant qu’il y en a peu, les moments d’autres personnes comptent aussi.',
    limitRule:
      'Règle : à partir du dernier chiffre du fournisseur, ce que vos tokens ajouteront selon la même règle que pour une semaine ; les tokens depuis le début de la limite disent ce que vaut un pour cent.',
    odds: (odds: string): string => `Risque d’épuisement avant la fin : ${odds}.`,
    record: ({
      forecasts,
      medianApe,
      coverage80,
    }: Pick<BacktestRow, 'forecasts' | 'medianApe' | 'coverage80'>): string =>
      `Sur ${format.integer(forecasts)} prévisions de ce genre sur votre passé, faites à mi-temps, la médiane s’écartait de ${medianApe === null ? 'une part inconnue' : share(medianApe)} dans le cas médian, et l’intervalle a tenu dans ${coverage80 === null ? 'une part inconnue' : share(coverage80)} des cas.`,
    noRecord: 'Aucune n’est encore achevée dans votre passé ; son erreur est donc inconnue.',
    noRecordOfLimits: 'Les relevés de limites sont trop rares pour mesurer l’erreur de celle-ci.',
  };
}
