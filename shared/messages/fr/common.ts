import type { Translation } from '../translation.ts';

export const common: Translation['common'] = {
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
  severity: { warning: 'Avertissement', error: 'Erreur', critical: 'Critique' },
  on: 'Activé',
  off: 'Désactivé',
};
