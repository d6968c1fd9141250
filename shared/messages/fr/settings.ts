import type { ProgramCategory } from '../../domain/agent-process.ts';
import type { AlertKind } from '../../domain/alert-intent.ts';
import type { StatuslineState } from '../../domain/statusline-install.ts';
import type { Formats } from '../format/formats.ts';
import { createActivitySettingsMessages } from './activity-settings.ts';
import { ofName } from './elide.ts';
import { createEncryptionSettingsMessages } from './encryption-settings.ts';
import { createSendingSettingsMessages } from './sending-settings.ts';
import { createServerSettingsMessages } from './server-settings.ts';
import { trayAndKeys } from './tray-settings.ts';
import { createSettingsChanges } from './settings-changes.ts';

/** Launch, looks and time zone. */
const general = {
  title: 'Général',
  launchAtLogin: 'Lancer à l’ouverture de session',
  launchAtLoginHint: 'Démarre dans la zone de notification, sans fenêtre.',
  language: 'Langue',
  languageHint: 'La ligne de commande et ses réponses restent en anglais.',
  languages: {
    system: 'Système',
    en: 'English',
    fr: 'Français',
    de: 'Deutsch',
    es: 'Español',
    ja: '日本語',
    zh: '简体中文',
    ar: 'العربية',
  },
  appearance: 'Apparence',
  theme: 'Thème',
  themes: { system: 'Système', light: 'Clair', dark: 'Sombre', 'high-contrast': 'Contraste élevé' },
  density: 'Densité',
  densities: { comfortable: 'Confortable', compact: 'Compacte' },
  dataColors: 'Couleurs des graphiques et des jauges',
  dataColorsHint:
    'Le second choix distingue toutes les séries quelle que soit la vision des couleurs (d’après Okabe et Ito).',
  dataColorScales: { fuelgauge: 'Fuelgauge', 'okabe-ito': 'Adaptées au daltonisme' },
  trayColor: 'Couleur de l’icône',
  trayColorHint: '« Automatique » a un bord sombre là où la couleur de la barre est inconnue, comme sous Linux.',
  trayColors: { auto: 'Automatique', light: 'Claire', dark: 'Sombre' },
  timeZone: 'Fuseau horaire',
  timeZoneHint: (systemZone: string): string =>
    `Décide quand un jour commence et finit. « system » est le fuseau de cet ordinateur, actuellement ${systemZone}.`,
  dayStart: 'Un jour commence à',
  dayStartHint:
    'Ce que vous utilisez avant cette heure compte pour la veille : dans les rapports, prévisions, budgets et alertes.',
  weekStart: 'Une semaine commence le',
  clock: 'Horloge',
  clocks: { system: 'Selon la langue', '12': '12 heures', '24': '24 heures' },
  unknownTimeZone: (text: string): string => `Le fuseau « ${text} » n’existe pas. Saisissez un nom comme Europe/Paris.`,
};

/** Notifications and their thresholds. */
const alerts = {
  title: 'Alertes',
  notifications: 'Notifications',
  notificationsHint: 'Une fois par seuil et par limite, avant l’épuisement.',
  thresholds: 'Seuils',
  thresholdsHint:
    'Pourcentages d’une limite, cinq au plus. Le plus élevé est critique, les autres sont des avertissements. Vide : aucune alerte.',
  badThresholds: 'Saisissez des nombres entiers de 1 à 100, comme 75, 90.',
  tooManyThresholds: 'Saisissez cinq seuils au plus.',
};

/** When alerts are kept back. */
const timing = {
  title: 'Quand alerter',
  quietHours: 'Heures calmes',
  quietHoursHint: 'Les alertes de ces heures s’affichent ensuite. Vide : aucune.',
  hoursExample: '22:00-07:00',
  badHours: 'Saisissez des heures comme 22:00-07:00.',
  snooze: 'Retenir toutes les alertes',
  snoozeHint: 'Elles s’affichent ensuite, sauf si elles sont périmées entre-temps.',
  doNotDisturb: 'Attendre pendant « Ne pas déranger »',
  doNotDisturbHint:
    'Les notifications de ce bureau, jusqu’à sa désactivation. KDE et GNOME l’indiquent ; Windows et macOS, non.',
  channelsWait: 'Les autres canaux attendent aussi',
  channelsWaitHint:
    'E-mail, téléphone, messagerie et webhooks attendent aussi la fin de « Ne pas déranger ». Désactivé : envoi immédiat.',
  snoozes: (hours: number): string =>
    hours === 0 ? 'Non' : hours === 1 ? 'Pendant une heure' : `Pendant ${hours} heures`,
};

/** Limits for each session. */
const guard = {
  limits: {
    softUsd: 'Limite souple d’une session, argent',
    hardUsd: 'Limite ferme d’une session, argent',
    softTokens: 'Limite souple d’une session, tokens',
    hardTokens: 'Limite ferme d’une session, tokens',
  },
  moneyHint: 'Dollars américains, équivalent API. Vide : aucune limite.',
  tokensHint: 'Tokens de toute sorte, lectures du cache comprises. Vide : aucune limite.',
  badTokens: 'Saisissez un nombre entier de tokens.',
  action: 'À la limite ferme',
  actionHint:
    'Les limites agissent tant que la règle « Limite par session » est activée. Une session en pause repart avec « Reprendre », une session arrêtée avec « fuelgauge guard lift ». L’arrêt exige ce qu’affiche « fuelgauge guard settings » ; un agent sans hook capable de l’arrêter est mis en pause.',
  actions: { warn: 'Avertir', pause: 'Suspendre ses processus', stop: 'L’arrêter à l’étape suivante' },
};

/** Further programs that count as agents. */
const programs = {
  title: 'Autres programmes',
  hint: 'Leur processeur et leur mémoire sont mesurés comme ceux des agents. Saisissez le nom de l’exécutable, sans son dossier.',
  name: 'Nom de l’exécutable',
  category: 'Type de programme',
  categories: {
    cli: 'Ligne de commande',
    desktop: 'App de bureau',
    ide: 'Éditeur',
    server: 'Serveur',
    local: 'Modèle local',
  } satisfies Readonly<Record<ProgramCategory, string>>,
  add: 'Ajouter le programme',
  badName: 'Saisissez un nom sans dossier.',
  known: 'Ce programme est déjà dans la liste.',
};

/** Own names of projects, and those that stay hidden. */
const projects = {
  title: 'Projets',
  names: 'Noms de projets',
  namesHint:
    'Saisissez le nom d’un dossier, ou un motif comme /home/me/work/**, et son nom à afficher. Les dossiers de même nom forment un projet.',
  folder: 'Dossier',
  name: 'Nom du projet',
  add: 'Ajouter le nom',
  incomplete: 'Saisissez un dossier et un nom.',
  known: 'Ce dossier est déjà dans la liste.',
  calls: (name: string): string => `s’appelle « ${name} »`,
  hidden: 'Projets masqués',
  hiddenHint: 'Ils sont comptés partout, et nommés « (hidden) » dans les rapports, listes, alertes et métriques.',
  hiddenFolder: 'Dossier à masquer',
  hide: 'Masquer',
  isHidden: 'est masqué',
};

/** What each rule watches. */
const ruleHints: Readonly<Record<AlertKind, string>> = {
  threshold: 'À chacun des seuils ci-dessus, une fois jusqu’à la réinitialisation.',
  'runs-out': 'Quand, à ce rythme, une limite sera épuisée avant sa réinitialisation.',
  depleted: 'Quand il ne reste rien d’une limite.',
  restored: 'Quand une limite épuisée est de nouveau disponible et que rien d’autre ne bloque.',
  spend: 'À 80 % et 100 % des budgets ci-dessous.',
  burn: 'Quand la dernière heure dépasse de loin vos propres heures chargées.',
  anomaly: 'Quand une session ou un jour dépasse de loin votre utilisation habituelle, avec la cause principale.',
  allowance: 'Quand une limite permet plus ou moins qu’avant, et quand votre forfait a changé.',
  'busy-agent': 'Quand un agent utilise plus d’un cœur et demi ou 8 Go pendant un quart d’heure.',
  session: 'Signalé par le hook de l’agent lui-même. « fuelgauge guard settings » affiche ce qu’il faut ajouter.',
  guard: 'Aux limites souples et fermes ci-dessus.',
  orphan: 'Quand des processus lancés par un agent sont encore là cinq minutes après sa fin.',
  'silent-source': 'Quand les journaux grossissent mais que rien ne peut y être compté.',
  'expiring-logs': 'Quand un agent va supprimer des journaux non lus.',
  incident:
    'Quand la page d’état publique du fournisseur de vos agents signale un incident majeur. Elle est consultée toutes les cinq minutes. D’autres pages peuvent être saisies plus bas.',
  digest: 'Résume la journée à 18 heures, et la semaine le dernier jour.',
};

/** Status pages that are asked instead of those of the providers. */
const statusPages = {
  title: 'Pages d’état',
  hint: 'Consultées à la place de celles des fournisseurs de vos agents tant que la règle « Incident chez un fournisseur » est activée. Chacune doit être un site Statuspage avec /api/v2. Sans adresse ici, celles de vos fournisseurs sont consultées.',
  address: 'Adresse d’une page d’état',
  example: 'https://status.example.com',
  add: 'Ajouter la page',
  badPage: 'Saisissez une adresse comme https://status.example.com.',
  known: 'Cette page est déjà dans la liste.',
  tooMany: (max: number): string => `Au plus ${max} pages peuvent être consultées.`,
};

/** Alert rules, and trying them out. */
const rules = {
  title: 'Règles d’alerte',
  hints: ruleHints,
  budgets: { dayUsd: 'Budget d’un jour', weekUsd: 'Budget d’une semaine', monthUsd: 'Budget d’un mois' },
  budgetHint: 'Dollars américains, équivalent API. Annoncé à 80 % et 100 %. Vide : aucun budget.',
  badBudget: 'Saisissez des dollars, par exemple 12,50.',
  tryOut: 'Essayer les règles',
  tryOutHint: 'Montre ce qu’elles auraient signalé sur les 30 derniers jours. Rien n’est envoyé.',
  tryNow: 'Essayer',
};

/** Channels to other programs and machines. */
const channels = {
  title: 'Canaux d’alerte',
  add: 'Ajouter un canal',
  addHint: 'Désactivé jusqu’à ce que vous l’activiez. Un programme à exécuter ne se saisit que dans settings.json.',
  addNow: 'Ajouter',
  kind: 'Type de canal',
  place: {
    slack: 'Rien à saisir pour l’instant',
    discord: 'Rien à saisir pour l’instant',
    teams: 'Rien à saisir pour l’instant',
    ntfy: 'Sujet',
    telegram: 'Discussion',
    webhook: 'Adresse',
    email: 'you@example.com smtp.example.com:587',
  },
  badPlace: {
    ntfy: 'Saisissez un sujet fait de lettres, chiffres, - et _.',
    telegram: 'Saisissez le numéro d’une discussion, ou un canal comme @mine.',
    webhook: 'Saisissez une adresse comme https://example.com/hook.',
    email: 'Saisissez votre adresse et le serveur d’envoi, comme you@example.com smtp.example.com:587.',
  },
  secretOf: (channel: string): string => `Secret ${ofName(channel)} : adresse, jeton ou clé`,
  secret: 'Adresse, jeton ou clé',
  redact: { names: 'Masquer les noms de projets', paths: 'Masquer les dossiers', money: 'Masquer les montants' },
  secretKept: 'Le secret est enregistré. Il n’est plus affiché.',
  test: 'Tester',
  testOf: (channel: string): string => `Tester ${channel}`,
  testing: 'Envoi d’un test…',
  remove: 'Supprimer',
};

/** What is read, how often, and how long it is kept. */
function createMonitoringMessages(format: Formats) {
  return {
    title: 'Surveillance',
    refresh: 'Actualisation',
    refreshHint:
      'Fréquence de mesure des processus. Les journaux sont toujours lus dès leur écriture. « Automatique » ralentit tant qu’aucune fenêtre n’est ouverte.',
    cadence: (seconds: number | 'auto'): string =>
      seconds === 'auto' ? 'Automatique' : `Toutes les ${seconds} secondes`,
    folders: 'Autres dossiers de journaux',
    foldersHint: 'Lus en plus des emplacements habituels : un autre compte, un disque monté, une archive.',
    folderAgent: 'Agent du nouveau dossier',
    folderDevice: 'Machine, si ce n’est pas celle-ci',
    describeFolder: (agent: string, device: string | undefined): string =>
      device === undefined ? agent : `${agent}, ${ofName(device)}`,
    chooseFolder: 'Choisir un dossier…',
    knownFolder: 'Ce dossier est déjà dans la liste.',
    folderRemoved: 'Ce qui en a été lu reste compté.',
    retention: 'Garder les requêtes détaillées',
    retentionHint:
      'Les requêtes plus anciennes sont additionnées par quart d’heure. La base grossit moins vite et les rapports restent les mêmes, mais les requêtes ne peuvent pas être rétablies.',
    retentions: (days: number | 'forever'): string => (days === 'forever' ? 'Toujours' : `Pendant ${days} jours`),
    shorterRetention: (days: number): string =>
      `Les requêtes de plus de ${format.integer(days)} jours seront additionnées. C’est irréversible.`,
    sumUp: 'Additionner',
    cancel: 'Annuler',
  };
}

/** The line below an agent's prompt. */
const statusline = {
  title: 'Ligne d’état',
  row: (agent: string): string => `Ligne sous l’invite ${ofName(agent)}`,
  states: {
    absent:
      'Limites, contexte, coût et prévision pendant le travail. Votre propre commande s’exécute toujours d’abord.',
    installed: 'Installée.',
    removed: 'Elle était installée, mais elle a été retirée des réglages de l’agent.',
    replaced: 'Elle était installée, mais elle a été remplacée dans les réglages de l’agent.',
    elsewhere: 'Une autre installation de Fuelgauge y a mis sa ligne.',
    unreadable: 'Les réglages de l’agent ne peuvent pas être lus.',
  } satisfies Readonly<Record<StatuslineState, string>>,
  preset: 'Préréglage',
  presets: { minimal: 'Minimal', default: 'Par défaut', full: 'Complet', ccusage: 'Comme ccusage' },
  ownTemplate: 'Le mien',
  template: 'Gabarit',
  templateHint: 'Des éléments entre accolades, comme {model}, {limits} ou {cost.day}, parmi votre propre texte.',
  looksLike: 'Aperçu avec des chiffres fictifs :',
  unknownWidget: (name: string, names: readonly string[]): string =>
    `Il n’y a pas d’élément « ${name} ». Les éléments sont ${names.join(', ')}.`,
  show: 'Afficher la modification…',
  remove: 'Supprimer',
  change: (file: string): string => `Cela modifie ${file} :`,
  keeps: (command: string): string => `Votre commande s’exécute toujours d’abord : ${command}`,
  apply: 'Modifier le fichier',
  cancel: 'Annuler',
};

/** The subscription plan and the limit of a block. */
const plan = {
  title: 'Forfait',
  plan: 'Abonnement',
  planHint:
    'Permet à un bloc de 5 heures d’afficher une limite estimée. Les limites communiquées par le fournisseur n’en dépendent pas.',
  workDays: 'Jours de travail',
  workDaysHint: 'Le rythme des limites hebdomadaires se mesure sur ces jours.',
  workDayChoices: {
    4: 'Du lundi au jeudi',
    5: 'Du lundi au vendredi',
    7: 'Tous les jours',
    learned: 'Comme mes huit dernières semaines',
  },
  askAgent: (agent: string): string => `Demander ses limites à ${agent}`,
  askAgentHint: (program: string): string =>
    `Lance « ${program} », qui interroge son fournisseur avec sa propre connexion, au plus toutes les 15 minutes. Fuelgauge ne voit que la réponse.`,
  askNow: 'Actualiser maintenant',
  asking: 'Interrogation…',
  asked: {
    answered: 'Il a répondu.',
    'no-answer': 'Il n’a donné aucune limite. Il n’est peut-être pas connecté.',
    'not-found': 'Son programme est introuvable.',
    'too-old': 'Sa version est trop ancienne pour être interrogée sans lancer de requête.',
    'asked-before': 'Il a été interrogé il y a moins d’une minute.',
    'not-allowed': 'Il ne peut pas être interrogé maintenant.',
  },
  noPlan: 'Aucun ou absent de la liste',
  ownPlan: 'Ma propre limite',
  usualPlan: 'Mon bloc plein habituel (P90)',
  usualUnit: 'Unité du P90',
  usualUnitHint:
    'Neuf de vos blocs terminés sur dix avec cet agent sont restés en dessous ; connu à partir de cinq blocs. Pas une limite du fournisseur.',
  limit: 'Limite du bloc',
  limitHint:
    'Pour les blocs de tous les agents. Les dollars sont américains, en équivalent API ; les tokens sont de toute sorte, lectures du cache comprises.',
  unit: 'Unité de la limite',
  units: { tokens: 'tokens', 'tokens-in-out': 'tokens en entrée et en sortie', requests: 'requêtes', usd: 'dollars' },
  limitTooLarge: 'Saisissez un nombre jusqu’à 1 000 000 000 000.',
  badLimit: 'Saisissez un nombre supérieur à zéro, par exemple 1500 ou 2,5.',
};

/** How costs are calculated and shown. */
function createCostMessages(format: Formats) {
  return {
    title: 'Coûts',
    mode: 'Calcul des coûts',
    modeHint: 'À partir des tokens et des prix, ou selon le journal quand il indique un coût.',
    modes: {
      calculate: 'D’après tokens et prix',
      auto: 'Du journal, sinon des prix',
      display: 'Du journal seulement',
    },
    currency: 'Devise',
    currencyHint:
      'Un code comme EUR, et combien en vaut un dollar américain. Vous fixez le taux ; aucun n’est téléchargé.',
    rate: (code: string): string => `${code} par dollar américain`,
    rateMissing: (code: string, current: string): string =>
      `Indiquez maintenant combien de ${code} vaut un dollar américain. D’ici là, les montants restent en ${current}.`,
    badCurrency: 'Saisissez un code comme EUR.',
    badRate: 'Saisissez un nombre, par exemple 0,92.',

    prices: 'Prix personnalisés',
    pricesHint:
      'Dollars américains par million de tokens d’un modèle. Ils priment sur la liste de prix. Les prix de cache laissés vides sont déduits du prix d’entrée.',
    addPriceForm: 'Ajouter un prix personnalisé',
    addPrice: 'Ajouter le prix',
    model: 'Modèle',
    priceFields: {
      inputUsdPerMillion: 'Entrée',
      outputUsdPerMillion: 'Sortie',
      cacheReadUsdPerMillion: 'Lecture cache',
      cacheWrite5mUsdPerMillion: 'Écriture 5 min',
      cacheWrite1hUsdPerMillion: 'Écriture 1 h',
    },
    modelMissing: 'Saisissez le nom du modèle tel qu’il figure dans le tableau de l’historique.',
    badPrice: (field: string): string =>
      `${field} : saisissez des dollars américains par million de tokens, comme 2,5.`,
    tooManyEntries: (max: number): string => `Il peut y avoir ${format.integer(max)} entrées au plus.`,
    describePrices(parts: readonly (readonly [label: string, price: string])[]): string {
      const text = parts.map(([label, price]) => `${label} ${price}`.toLowerCase()).join(', ');
      return text.charAt(0).toUpperCase() + text.slice(1);
    },

    aliases: 'Alias de modèles',
    aliasesHint:
      'Pour un modèle qu’une passerelle ou une nouvelle version nomme autrement : il est facturé comme le modèle saisi.',
    addAliasForm: 'Ajouter un alias de modèle',
    addAlias: 'Ajouter l’alias',
    pricedAs: 'Au prix de',
    describeAlias: (pricedAs: string): string => `Au prix de ${pricedAs}`,
    namesMissing: 'Saisissez les noms des deux modèles.',
    sameModel: 'C’est le même modèle.',
  };
}

/** Where the numbers come from. */
const about = {
  title: 'À propos des chiffres',
  cost: 'Les coûts sont un équivalent API : ce que les tokens coûteraient aux prix publics des fournisseurs, ou à vos propres prix. Un abonnement ne les facture pas. Ils viennent des journaux de cet ordinateur ; ce n’est donc pas une facture.',
  provenance:
    'Les chiffres « officiels » sont communiqués par le fournisseur. Les « mesurés » sont additionnés à partir des journaux, les « estimés » viennent de notre propre modèle, et les « anciens » étaient officiels il y a un moment.',
  dash: 'Un tiret signifie qu’un chiffre est inconnu. Jamais zéro.',
  showDiagnosis: 'Afficher ce qui a été lu',
  pricesAndData: (pricesDay: string): string => `Prix du ${pricesDay}. Dossier de données :`,
};

/** The settings view: each control with its label, its hint and what it refuses. Refusals follow `Not saved.`. */
export function createSettingsMessages(format: Formats) {
  return {
    waiting: 'Récupération des réglages…',
    notSaved: (reason: string): string => `Non enregistré. ${reason}`,
    notDollars: (sign: string): string =>
      `Ici, les montants sont en dollars américains. Saisissez le montant en dollars, sans ${sign}.`,
    ambiguousNumber: (text: string): string =>
      `On ne sait pas si « ${text} » contient des décimales. Saisissez le nombre sans séparateur de milliers.`,
    general,
    alerts,
    statusline,
    timing,
    guard,
    programs,
    projects,
    rules,
    statusPages,
    channels,
    monitoring: createMonitoringMessages(format),
    activity: createActivitySettingsMessages(format),
    plan,
    cost: createCostMessages(format),
    sending: createSendingSettingsMessages(),
    encryption: createEncryptionSettingsMessages(format),
    server: createServerSettingsMessages(),
    changes: createSettingsChanges(format),
    trayAndKeys,

    list: {
      remove: (name: string): string => `Supprimer ${name}`,
      removed: (name: string): string => `${name} : supprimé.`,
      undo: 'Annuler',
    },
    about,
  };
}
