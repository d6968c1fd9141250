import type { SettingComplaint } from '../../domain/problem.ts';
import type { Formats } from '../format/formats.ts';
import { describeStoredValue } from './calls.ts';

/** Finding, undoing, resetting, exporting and importing settings. */
export function createSettingsChanges(format: Formats) {
  return {
    search: 'Chercher un réglage',
    searchHint: '/',
    found: (count: number): string =>
      count === 0
        ? 'Aucun réglage ne correspond à ces mots. Essayez-en moins ou d’autres.'
        : `${format.integer(count)} ${count === 1 ? 'réglage trouvé' : 'réglages trouvés'}`,
    clear: 'Effacer la recherche',
    changed: (name: string): string => `« ${name} » modifié.`,
    wasReset: (section: string): string => `« ${section} » a retrouvé ses valeurs par défaut.`,
    imported: 'Les réglages ont été importés.',
    undo: 'Annuler',
    undoOf: (name: string): string => `Annuler : ${name}`,
    undone: (name: string): string => `Annulé : ${name}`,
    dismiss: 'Fermer',
    notUndone: (reason: string): string => `Non annulé. ${reason}`,
    reset: 'Réinitialiser',
    resetOf: (section: string): string => `Réinitialiser ${section}`,
    otherNames: {
      calendar: 'Jours, semaines et horloge',
      activity: 'Sites et apps d’IA',
      desktop: 'Texte de l’icône et touches',
      askAgents: 'Agents interrogés sur leurs limites',
      popover: 'Disposition du popover',
      server: 'Serveur',
      otlpExport: 'Métriques envoyées par OpenTelemetry',
      proxy: 'Proxy interrogé sur son utilisation',
      errorReports: 'Rapports de plantage',
    },
    file: createSettingsFile(format),
  };
}

/** A file of settings, and what a report of a fault is made of. */
function createSettingsFile(format: Formats) {
  const describeComplaint = (complaint: SettingComplaint, name: string): string => {
    const where = complaint.place === null ? name : `${name} (${complaint.place})`;
    return `${describeStoredValue(where, complaint)}. Ce réglage reste tel quel.`;
  };
  return {
    title: 'Sauvegarde et diagnostic',
    export: 'Exporter les réglages',
    exportHint:
      'Un fichier avec ce qui diffère des valeurs par défaut. Secrets, en-têtes, webhooks, sujets ntfy et programmes n’y sont pas.',
    exportNow: 'Exporter…',
    import: 'Importer des réglages',
    importHint: 'Montre d’abord ce qui changerait.',
    importNow: 'Choisir un fichier…',
    notSettings: (file: string): string => `« ${file} » n’est pas un fichier de réglages exporté par Fuelgauge.`,
    newer: (file: string): string => `« ${file} » vient d’une version plus récente de Fuelgauge.`,
    noChange: (file: string): string => `« ${file} » ne changerait rien.`,
    wouldChange: (file: string): string => `« ${file} » changerait :`,
    becomes: (name: string, before: string, after: string): string => `${name} : ${before} → ${after}`,
    unknown: (names: readonly string[]): string => `Inconnus de cette version : ${format.list(names)}.`,
    describeComplaint,
    apply: 'Utiliser ces réglages',
    cancel: 'Annuler',
    diagnosis: 'Diagnostic pour un rapport de bogue',
    diagnosisHint:
      'Ce qui a été lu, sans noms de projets, de personnes ni de comptes. Vous voyez tout avant de copier.',
    show: 'Afficher',
    copy: 'Copier',
    copied: 'Copié.',
    notCopied: 'Le système n’a pas permis la copie. Sélectionnez le texte et copiez-le.',
  };
}
