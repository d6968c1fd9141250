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
      official: { label: 'officiel', title: 'Communiqué par le fournisseur.' },
      measured: { label: 'mesuré', title: 'Additionné à partir des journaux de cet ordinateur.' },
      estimated: { label: 'estimé', title: 'Estimé d’après les journaux ; le fournisseur ne publie pas ce chiffre.' },
      stale: { label: 'ancien', title: 'Communiqué il y a un moment par le fournisseur ; peut avoir changé.' },
      unknown: { label: 'inconnu', title: 'Inconnu.' },
    },
    unknown: 'Inconnu',
    noProjectReason: 'Le journal ne dit pas dans quel dossier il s’exécutait.',
    spoken: (word) => `${word} : `,
    noProject: 'Aucun projet',
    apiEquivalentCost: 'Coût équivalent API',
    noCostKnown: 'Aucun coût connu',
    tryAgain: 'Réessayer',
    noAnswer: 'Fuelgauge ne répond pas.',
    unknownAgent: (name) =>
      `Fuelgauge ne connaît aucun agent nommé « ${name} ». Vérifiez le lien ; s’il vient d’une version plus récente, mettez Fuelgauge à jour.`,
    severity: { warning: 'Avertissement', error: 'Erreur', critical: 'Critique' },
    subagents: (count) =>
      `${format.integer(count)} ${format.plural(count, { one: 'sous-agent', other: 'sous-agents' })}`,
    unnamedSubagents: 'sous-agents non nommés dans le journal',
    on: 'Activé',
    off: 'Désactivé',
    tokens: (count) => `${format.integer(count)} ${format.plural(count, tokenWords)}`,
    tokensInResponses: (tokens, responses) =>
      `${format.integer(tokens)} ${format.plural(tokens, tokenWords)} en ` +
      `${format.integer(responses)} ${format.plural(responses, responseWords)}`,
    ...createJoiners(),
    someOf(names) {
      const first = names.slice(0, maxNames).map(cleanText);
      const more = names.length - maxNames;
      return format.list(more <= 0 ? first : [...first, `${format.integer(more)} de plus`]);
    },
    evenUseMark: (percent) =>
      `Le repère indique le temps écoulé (${format.percent(percent)}) : avec une utilisation régulière, la barre l’atteindrait.`,
  };
}
