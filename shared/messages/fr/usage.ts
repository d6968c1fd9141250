import type { TokenUsage } from '../../domain/token-usage.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { tokenWords } from './count-words.ts';

const classNames: Readonly<Record<keyof TokenUsage, string>> = {
  inputTokens: 'entrée',
  cacheCreation5mTokens: 'écriture cache (5 min)',
  cacheCreation1hTokens: 'écriture cache (1 h)',
  cacheReadTokens: 'lecture cache',
  outputTokens: 'sortie',
  reasoningTokens: 'raisonnement, compris dans la sortie',
};

/** Usage and burn rates. */
export function createUsage(format: Formats): Translation['usage'] {
  return {
    title: 'Utilisation',
    today: 'Aujourd’hui',
    week: 'Cette semaine',
    all: 'Tout',
    none: 'Aucune utilisation',
    tokenClass: (count, name) => `${format.integer(count)} ${classNames[name]}`,
    tokensByClass: (tokens, parts) =>
      `${format.integer(tokens)} ${format.plural(tokens, tokenWords)} : ${parts.join(' ; ')}`,
    now: 'Maintenant',
    perMinute: 'tokens/min',
    costPerHour: (cost) => `${cost} par heure`,
    lastHour: 'Dernière heure',
    idle: 'Aucune utilisation depuis une heure',
    tokens: 'tokens',
    nowTitle: 'Sur les 15 dernières minutes : tous les tokens, cache compris, et leur coût équivalent API',
    lastHourLine: (tokens, peak) => `Dernière heure : ${tokens} tokens, au plus ${peak} en une minute`,
    cached: (share, saved) => (saved === null ? `${share} du cache` : `gain cache : ${saved}`),
    savedTitle: 'Économie estimée : par rapport aux mêmes tokens sans cache, aux prix publics',
    fromCacheTitle: (read, input) => `${read} des ${input} tokens d’entrée viennent du cache`,
    ofUsualDayTitle: (tokens, days) =>
      `Un jour habituel compte ${tokens} tokens : médiane de ${days} jours d’utilisation sur les quatre dernières semaines`,
    costExcludes: (models) => `Sans ${models}, dont le coût est inconnu.`,
    burn: {
      title: 'Rythme',
      idle: 'Aucune utilisation depuis une heure.',
      noUsage: 'Aucune utilisation sur cette période',
      minutes: (minutes) => `${minutes} min`,
      lastHour: 'Dernière heure',
      tokens: 'Tokens',
      fresh: 'Nouveaux',
      cost: 'Coût',
      perMinute: '/ min',
      tokensTitle: 'Tous les tokens, cache compris',
      costTitle: 'Coût équivalent API : ce que les tokens coûteraient via l’API',
    },
    fromCache: 'Depuis le cache',
    ofUsualDay: (share) => `${format.percent(share)} d’un jour habituel`,
    thisWeek: (tokens, cost) => `${tokens} cette semaine${cost === null ? '' : `, ${cost}`}`,
    noCost: 'Aucun coût connu.',
    notABill: 'Équivalent API ; pas une facture.',
  };
}
