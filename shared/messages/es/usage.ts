import type { TokenUsage } from '../../domain/token-usage.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { tokenWords } from './count-words.ts';

const classNames: Readonly<Record<keyof TokenUsage, string>> = {
  inputTokens: 'entrada',
  cacheCreation5mTokens: 'escritura caché (5 min)',
  cacheCreation1hTokens: 'escritura caché (1 h)',
  cacheReadTokens: 'lectura caché',
  outputTokens: 'salida',
  reasoningTokens: 'razonamiento, incluido en la salida',
};

/** Usage and burn rates. */
export function createUsage(format: Formats): Translation['usage'] {
  return {
    title: 'Uso',
    today: 'Hoy',
    week: 'Esta semana',
    all: 'Todo',
    none: 'Sin uso',
    tokenClass: (count, name) => `${format.integer(count)} ${classNames[name]}`,
    tokensByClass: (tokens, parts) =>
      `${format.integer(tokens)} ${format.plural(tokens, tokenWords)}: ${parts.join('; ')}`,
    now: 'Ahora',
    perMinute: 'tokens/min',
    costPerHour: (cost) => `${cost} por hora`,
    lastHour: 'Última hora',
    idle: 'Sin uso en la última hora',
    tokens: 'tokens',
    nowTitle: 'En los últimos 15 minutos: todos los tokens, incluida la caché, y su coste equivalente en API',
    lastHourLine: (tokens, peak) => `Última hora: ${tokens} tokens, como máximo ${peak} en un minuto`,
    cached: (share, saved) => (saved === null ? `${share} de la caché` : `ahorro caché: ${saved}`),
    savedTitle: 'Ahorro estimado: frente a los mismos tokens sin caché, a precios de lista',
    fromCacheTitle: (read, input) => `${read} de ${input} tokens de entrada se leyeron de la caché`,
    ofUsualDayTitle: (tokens, days) =>
      `Un día habitual tiene ${tokens} tokens: la mediana de ${days} días con uso en las últimas cuatro semanas`,
    costExcludes: (models) => `Sin ${models}, cuyo coste se desconoce.`,
    burn: {
      title: 'Ritmo',
      idle: 'Sin uso en la última hora.',
      noUsage: 'Sin uso en este tiempo',
      minutes: (minutes) => `${minutes} min`,
      lastHour: 'Última hora',
      tokens: 'Tokens',
      fresh: 'Nuevos',
      cost: 'Coste',
      perMinute: '/ min',
      tokensTitle: 'Todos los tokens, incluida la caché',
      costTitle: 'Coste equivalente en API: lo que costarían los tokens a través de la API',
    },
    fromCache: 'De la caché',
    ofUsualDay: (share) => `${format.percent(share)} de un día habitual`,
    thisWeek: (tokens, cost) => `${tokens} esta semana${cost === null ? '' : `, ${cost}`}`,
    noCost: 'No se conoce ningún coste.',
    notABill: 'Equivalente en API; no es una factura.',
  };
}
