import type { BlockLimitUnit } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { describeOdds } from './odds.ts';
import { createUnits } from './units.ts';

const limitWords = { tokens: 'tokens', 'tokens-in-out': 'tokens en entrée et en sortie' } as const;
const requestForms = { one: 'requête', other: 'requêtes' } as const;

/** The active 5-hour block of an agent. */
export function createBlockMessages(format: Formats) {
  const { duration } = createUnits(format);
  return {
    title: (agent: string): string => `Bloc de 5 h · ${agent}`,
    officialBoundary: 'Commence et finit quand le fournisseur le dit de sa fenêtre.',
    estimatedBoundary:
      'Commence à la première réponse après cinq heures d’inactivité ; le fournisseur n’indique pas quand.',
    left: (remainingMs: number): string => (remainingMs === 0 ? 'terminé' : `encore ${duration(remainingMs)}`),
    span: (from: string, to: string): string => `${from} – ${to}`,
    limitMeter: (agent: string): string => `Limite du bloc de ${agent}`,
    timeMeter: (agent: string): string => `Temps écoulé du bloc de ${agent}`,
    limitUsed: (text: string): string => `${text} utilisés`,
    shareOf: (percent: number, limit: string): string => `${format.percent(percent)} de ${limit}`,
    countLimit(value: number, unit: Exclude<BlockLimitUnit, 'usd'>): string {
      const what = unit === 'requests' ? format.plural(value, requestForms) : limitWords[unit];
      return `${format.compact(value)} ${what}`;
    },
    estimated: (text: string): string => `${text}, estimé`,
    ownLimit: 'Votre propre limite, définie dans les réglages.',
    planLimit: (plan: string): string =>
      `Ce que permet un bloc du forfait ${plan}, selon d’autres personnes ; le fournisseur ne le publie pas.`,
    runsOut: (moment: string, inMs: number): string => `Limite atteinte ${moment}, dans ${duration(inMs)}`,
    usedSoFar: 'Utilisé jusqu’ici',
    atEnd: 'À la fin',
    atEndEstimated: '(estimé)',
    likelyEnd: (from: string, to: string): string =>
      `La fin la plus probable, d’après ce que vous avez fait à de tels moments ; 8 fois sur 10 entre ${from} et ${to}.`,
    noForecast: 'Pas de prévision tant que les journaux sont en cours de lecture.',
    likelyCost: 'Coût équivalent API à la fin la plus probable.',
    odds(probability: number): string {
      const odds = describeOdds(probability, format);
      return odds === null
        ? 'Suffit sans doute jusqu’à la fin'
        : `Suffit sans doute jusqu’à la fin ; ${odds} d’épuisement avant`;
    },
    tokens: 'tokens',
  };
}
