import type { Formats } from '../format/formats.ts';
import { ofName } from './elide.ts';

/** What is shown once, when Fuelgauge starts for the first time. */
export function createFirstRunMessages(format: Formats) {
  const files = { one: 'fichier', other: 'fichiers' };
  const requests = { one: 'requête', other: 'requêtes' };
  const count = (value: number, words: { readonly one: string; readonly other: string }): string =>
    `${format.integer(value)} ${format.plural(value, words)}`;
  return {
    title: 'Ce que Fuelgauge a trouvé',
    intro: 'Il lit les journaux que vos agents tiennent sur cet ordinateur. Rien n’est envoyé nulle part.',
    found: (fileCount: number, requestCount: number): string =>
      `${count(fileCount, files)}, ${count(requestCount, requests)}`,
    scanning: 'Lecture en cours.',
    nothing: 'Aucun agent n’a encore laissé de journaux ici. Ils apparaissent dès que l’un d’eux le fait.',
    others: (total: number): string =>
      total === 1
        ? 'Un autre agent n’a laissé aucun journal sur cet ordinateur.'
        : `${format.integer(total)} autres agents n’ont laissé aucun journal sur cet ordinateur.`,
    plan: 'Quel abonnement avez-vous ?',
    planHint: 'Seulement pour estimer les blocs de 5 heures. Vous pourrez le choisir plus tard dans les réglages.',
    noPlan: 'Aucun ou absent de la liste',
    statusline: (agent: string): string => `Afficher ce qui reste sous l’invite ${ofName(agent)}`,
    statuslineShow: 'Afficher la modification…',
    statuslineChange: (file: string): string => `Cela modifie ${file} :`,
    statuslineApply: 'Modifier le fichier',
    statuslineDone: 'Apparaîtra avec la prochaine invite.',
    imports: (tool: string): string => `Importer l’historique ${ofName(tool)}`,
    importLook: 'Aperçu…',
    importHolds: (requestCount: number, firstDay: string, lastDay: string): string =>
      `${count(requestCount, requests)} du ${firstDay} au ${lastDay}. Rien n’est compté deux fois.`,
    importEmpty: 'Il ne contient rien qui ne soit déjà compté.',
    importNow: 'Importer',
    importDone: 'Importé.',
    importFailed: 'Le format du fichier est inconnu. Rien n’a été importé.',
    icon: {
      darwin:
        'Son icône est dans la barre des menus. Quand elle est pleine, macOS masque des icônes : relancez Fuelgauge pour l’afficher.',
      win32:
        'Windows masque les nouvelles icônes derrière le ^ de la barre des tâches. Glissez l’icône près de l’horloge pour la garder visible.',
      linux: 'Son icône est dans le panneau. GNOME ne l’affiche qu’avec l’extension AppIndicator.',
    },
    done: 'Compris',
    details: 'Détails',
  };
}
