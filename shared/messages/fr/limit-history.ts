import type { Formats } from '../format/formats.ts';
import { joinRange } from '../format/join-range.ts';

/** Limits over time, and how good their forecasts have been. */
export function createLimitHistoryMessages(format: Formats) {
  return {
    none: 'Aucune limite relevée sur cette période',
    noneText: 'Les relevés apparaissent ici dès qu’un agent montre ce que son fournisseur permet.',
    chart: (title: string): string => `${title} : part utilisée au fil du temps`,
    ended: (windows: number, usedUp: number): string =>
      windows === 0
        ? 'Aucune fenêtre ne s’est terminée sur cette période.'
        : `${format.integer(windows)} ${format.plural(windows, { one: 'fenêtre terminée', other: 'fenêtres terminées' })}, dont épuisées : ${usedUp === 0 ? 'aucune' : format.integer(usedUp)}.`,
    now: (percent: number): string => `Maintenant ${format.percent(percent)} utilisés.`,
    forecast: (low: number, high: number): string =>
      `Prévision à la réinitialisation : ${joinRange(format.percent(low), format.percent(high), ' à ')}.`,
    firstReading: (at: string): string => `Premier relevé : ${at}.`,
    lastReading: (at: string): string => `Dernier relevé : ${at}.`,
    used: 'Utilisé',
    readings: 'Relevés',
    band: 'Prévision, intervalle à 80 %',
    official: 'officiel',
    record: {
      title: 'Bilan de la prévision',
      run: 'Rejouer l’historique',
      running: 'Relecture de l’historique…',
      text: 'Refait les prévisions passées avec ce qu’on savait alors, et les compare à ce qui s’est produit.',
      none: 'L’historique est encore insuffisant.',
      quantity: 'Quoi',
      method: 'Méthode',
      forecasts: 'Prévisions',
      error: 'Erreur habituelle',
      covered: 'Dans l’intervalle',
      falseAlarms: 'Fausses alertes',
      missed: 'Manquées',
      own: 'Fuelgauge',
    },
  };
}
