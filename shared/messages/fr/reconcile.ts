import type { DifferenceClass } from '../../domain/reconciliation.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { responseWords } from './count-words.ts';

const meanings: Readonly<Record<DifferenceClass, string>> = {
  duplicate: 'reçu plusieurs fois, compté une seule fois',
  'not-in-log': 'absent de tout journal, donc compté tel que reçu',
  'other-root':
    'aucun journal lu ici ne contient la session : son journal est dans un autre dossier ou sur une autre machine, ou il n’existe pas ; compté tel que reçu',
  understated: 'un journal indique moins de tokens pour ces réponses, donc les valeurs les plus élevées comptent',
  'only-in-log': 'le journal contient plus que ce qui lui a été associé',
  'not-joined': 'impossible à associer à une entrée du journal, donc non compté',
};

/** The accounts of logs, telemetry and proxies beside each other. */
export function createReconcile(format: Formats): Translation['reconcile'] {
  return {
    classes: {
      duplicate: 'En double',
      'not-in-log': 'Absent du journal',
      'other-root': 'Journal ailleurs',
      understated: 'Sous-évalué',
      'only-in-log': 'Journal seulement',
      'not-joined': 'Non associé',
    },
    meaning: (name, kind) => `${name} : ${meanings[kind]}.`,
    label: 'Rapprochement par jour et par modèle',
    day: 'Jour',
    model: 'Modèle',
    received: 'Reçu',
    logged: 'Journaux',
    difference: 'Écart',
    same: 'aucun',
    part: (name, responses, tokens) =>
      `${name} ${tokens} (${format.integer(responses)} ${format.plural(Math.abs(responses), responseWords)})`,
    price: (amount) => `Prix ${amount}`,
    summary: (explained, open) => `Tokens qui diffèrent : écart expliqué pour ${explained}, inexpliqué pour ${open}.`,
    note: 'Tokens, mesurés. Le prix est ce qu’un proxy a facturé en plus des prix publics ; c’est une estimation.',
    cut: (rows) =>
      `Seules les ${format.integer(rows)} lignes les plus récentes sont affichées ; un export les contient toutes.`,
    none: 'Rien à rapprocher sur cette période',
    noneText:
      'Les journaux sont comparés à la télémétrie et à un proxy. « fuelgauge otel install » montre comment activer la télémétrie ; un proxy se déclare dans les réglages. « fuelgauge reconcile --csv » compare l’export d’un fournisseur.',
    settings: 'Réglages',
  };
}
