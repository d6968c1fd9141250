import type { Formats } from '../format/formats.ts';

/** Alerts that were, the rules, and a dry run. */
export function createAlertHistoryMessages(format: Formats) {
  return {
    tabsLabel: 'Quoi afficher',
    tabs: { history: 'Historique', dryRun: 'Essai' },
    none: 'Aucune alerte pour l’instant',
    noneText: 'Les alertes apparaissent ici, chacune avec les canaux qui l’ont reçue.',
    when: 'Quand',
    what: 'Quoi',
    state: 'État',
    sent: 'Envoyée',
    notSent: 'nulle part',
    desktop: 'Bureau',
    delivery: (channel: string, state: string): string => `${channel} : ${state}`,
    dryRun: 'Essayer les règles sur les 30 derniers jours',
    dryRunText: 'Applique vos règles d’alerte aux 30 derniers jours de la base. Rien n’est envoyé.',
    running: 'Essai des règles…',
    would: (count: number): string =>
      count === 0
        ? 'Les règles n’auraient rien signalé.'
        : `Les règles auraient déclenché ${format.integer(count)} ${format.plural(count, { one: 'alerte', other: 'alertes' })}.`,
  };
}
