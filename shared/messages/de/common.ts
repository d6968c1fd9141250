import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { responseWords, tokenWords } from './count-words.ts';
import { createJoiners } from '../join-parts.ts';

/** How many names a list shows before it only counts. */
const maxNames = 5;

/** Words that several surfaces share. */
export function createCommon(format: Formats): Translation['common'] {
  return {
    provenance: {
      official: { label: 'offiziell', title: 'Vom Anbieter gemeldet.' },
      measured: { label: 'gemessen', title: 'Aus den Logs auf diesem Computer summiert.' },
      estimated: { label: 'geschätzt', title: 'Aus den Logs geschätzt; der Anbieter veröffentlicht diese Zahl nicht.' },
      stale: { label: 'veraltet', title: 'Vor einer Weile vom Anbieter gemeldet; kann sich geändert haben.' },
      unknown: { label: 'unbekannt', title: 'Nicht bekannt.' },
    },
    unknown: 'Nicht bekannt',
    noProjectReason: 'Im Log steht nicht, in welchem Ordner er lief.',
    spoken: (word) => `${word}: `,
    noProject: 'Kein Projekt',
    apiEquivalentCost: 'API-Gegenwert',
    noCostKnown: 'Keine Kosten bekannt',
    tryAgain: 'Erneut versuchen',
    noAnswer: 'Fuelgauge antwortet nicht.',
    unknownAgent: (name) =>
      `Fuelgauge kennt keinen Agenten namens „${name}“. Prüfe den Link; stammt er aus einer neueren Version, aktualisiere Fuelgauge.`,
    severity: { warning: 'Warnung', error: 'Fehler', critical: 'Kritisch' },
    subagents: (count) => `${format.integer(count)} ${format.plural(count, { one: 'Subagent', other: 'Subagenten' })}`,
    unnamedSubagents: 'Subagenten, die das Log nicht benennt',
    on: 'Ein',
    off: 'Aus',
    tokens: (count) => `${format.integer(count)} ${format.plural(count, tokenWords)}`,
    tokensInResponses: (tokens, responses) =>
      `${format.integer(tokens)} ${format.plural(tokens, tokenWords)} in ` +
      `${format.integer(responses)} ${format.plural(responses, responseWords)}`,
    ...createJoiners(),
    someOf(names) {
      const first = names.slice(0, maxNames).map(cleanText);
      const more = names.length - maxNames;
      return format.list(more <= 0 ? first : [...first, `${format.integer(more)} weitere`]);
    },
    evenUseMark: (percent) =>
      `Die Marke zeigt die verstrichene Zeit (${format.percent(percent)}): Bei gleichmäßigem Verbrauch würde der Balken bis zu ihr reichen.`,
  };
}
