import type { DayKey } from '../../domain/calendar-day.ts';
import type { Formats } from '../format/formats.ts';
import { activityCategoryNames } from './activity-words.ts';

/** What can be switched on, in the order of the settings. */
const switches = {
  sites: 'Sites d’IA dans l’historique des navigateurs',
  apps: 'Temps passé dans les apps d’IA',
  commands: 'Outils d’IA dans les shells',
  receiver: 'Recevoir les données de l’extension de navigateur',
  unpairedExtension: 'Accepter les envois d’une extension sans jeton',
};

const hints: Readonly<Record<keyof typeof switches, string>> = {
  sites:
    'Lit toutes les 15 minutes une copie de l’historique de vos navigateurs, et seulement les visites des sites listés.',
  apps: 'Regarde toutes les 5 secondes quelle fenêtre est au premier plan et compte combien de temps c’était une app listée. Les titres ne sont pas lus.',
  commands:
    'Compte combien de fois des outils d’IA sont appelés dans l’historique de vos shells, et leur durée. Les commandes ne sont pas conservées.',
  receiver:
    'Tant que le serveur tourne (voir « Serveur web »), il reçoit le temps actif et les visites des sites listés. Associez l’extension avec un jeton : « fuelgauge token create browser --scope ingest ».',
  unpairedExtension:
    'Pour l’extension d’ai-cost-observer, qui n’a pas de jeton. Toute extension d’un navigateur de cet ordinateur peut alors envoyer des comptages.',
};

/** The settings about the use of AI sites, apps and tools. */
export function createActivitySettingsMessages(format: Formats) {
  const hourly = (usdPerHour: number): string => `${format.price(usdPerHour)} par heure`;
  return {
    title: 'Sites, apps et outils d’IA',
    privacy:
      'Tout cela est désactivé jusqu’à ce que vous l’activiez, et reste sur cet ordinateur. Seuls des nombres sont conservés : temps, visites et appels, par site, app ou outil. Ni adresses, ni titres, ni commandes, ni ce que vous écrivez. Ce qui a été enregistré reste après la désactivation.',
    switches,
    hints,
    categories: activityCategoryNames,
    category: 'Type d’usage',
    name: 'Nom',
    rate: 'Dollars américains par heure',
    ownSites: 'Autres sites',
    ownSitesHint: 'Un domaine vaut pour tout ce qu’il contient. Un chemin peut suivre : example.com/chat.',
    domain: 'Domaine',
    addSite: 'Ajouter le site',
    ownApps: 'Autres apps',
    ownAppsHint: 'Saisissez le nom de l’exécutable, la classe de fenêtre ou l’identifiant de bundle.',
    executable: 'Nom du programme',
    addApp: 'Ajouter l’app',
    rates: 'Tarifs horaires',
    ratesHint: (day: DayKey | null): string =>
      'Ce qu’une heure d’usage est supposée coûter. Ce sont des estimations grossières, pas des prix' +
      (day === null ? '.' : `, au ${format.day(day)}.`),
    rateOf: 'Tarif de',
    addRate: 'Définir le tarif',
    ownRate: (usdPerHour: number, listedUsdPerHour: number | null): string =>
      `${hourly(usdPerHour)}, votre estimation${listedUsdPerHour === null ? '' : ` (sinon ${hourly(listedUsdPerHour)})`}`,
    describe: (category: string, usdPerHour: number): string => `${category}, environ ${hourly(usdPerHour)}`,
    entry: (label: string, name: string, usdPerHour: number | null): string =>
      `${label} (${name})${usdPerHour === null ? '' : ` : ${hourly(usdPerHour)}`}`,
    forget: {
      label: 'Supprimer l’activité enregistrée',
      hint: 'Supprime tous les temps, visites et appels enregistrés pour les sites, apps, outils et API, depuis le début. Ce que vos agents ont utilisé reste.',
      button: 'Supprimer…',
      question: 'Supprimer tout ce qui a été enregistré pour les sites, apps, outils et API ? C’est irréversible.',
      confirm: 'Supprimer',
      cancel: 'Annuler',
      outcome: {
        done: 'Supprimé. Ce qui est activé est de nouveau enregistré à partir de maintenant.',
        ordered: 'Le Fuelgauge qui écrit dans la base le supprimera d’ici une demi-minute.',
        'not-written': 'Rien n’a été supprimé : Fuelgauge ne peut pas écrire dans son dossier de données.',
      },
    },
    badDomain: 'Saisissez un domaine comme example.com, sans http.',
    badRate: 'Saisissez des dollars américains par heure, comme 0,5.',
    nameMissing: 'Saisissez un nom.',
    known: 'C’est déjà dans la liste.',
    tooMany: (count: number): string => `La liste peut contenir ${format.integer(count)} entrées.`,
  };
}
