import type { ProgramCategory } from '../../domain/agent-process.ts';
import type { AlertKind } from '../../domain/alert-intent.ts';
import type { StatuslineState } from '../../domain/statusline-install.ts';
import type { Formats } from '../format/formats.ts';
import { createActivitySettingsMessages } from './activity-settings.ts';
import { createEncryptionSettingsMessages } from './encryption-settings.ts';
import { createSendingSettingsMessages } from './sending-settings.ts';
import { createServerSettingsMessages } from './server-settings.ts';
import { trayAndKeys } from './tray-settings.ts';
import { createSettingsChanges } from './settings-changes.ts';

/** Launch, looks and time zone. */
const general = {
  title: 'Allgemein',
  launchAtLogin: 'Bei der Anmeldung starten',
  launchAtLoginHint: 'Startet im Infobereich, ohne Fenster.',
  language: 'Sprache',
  languageHint: 'Die Befehlszeile und ihre Antworten bleiben englisch.',
  languages: {
    system: 'System',
    en: 'English',
    fr: 'Français',
    de: 'Deutsch',
    es: 'Español',
    ja: '日本語',
    zh: '简体中文',
    ar: 'العربية',
  },
  appearance: 'Darstellung',
  theme: 'Aussehen',
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel', 'high-contrast': 'Hoher Kontrast' },
  density: 'Dichte',
  densities: { comfortable: 'Komfortabel', compact: 'Kompakt' },
  dataColors: 'Farben von Diagrammen und Balken',
  dataColorsHint: 'Die zweite Wahl ist bei jeder Art von Farbsehen unterscheidbar (nach Okabe und Ito).',
  dataColorScales: { fuelgauge: 'Fuelgauge', 'okabe-ito': 'Für Farbenblinde' },
  trayColor: 'Farbe des Symbols',
  trayColorHint: '„Automatisch“ hat einen dunklen Rand, wo die Farbe der Leiste unbekannt ist, etwa unter Linux.',
  trayColors: { auto: 'Automatisch', light: 'Hell', dark: 'Dunkel' },
  timeZone: 'Zeitzone',
  timeZoneHint: (systemZone: string): string =>
    `Legt fest, wann ein Tag beginnt und endet. „system“ ist die Zeitzone dieses Computers, jetzt ${systemZone}.`,
  dayStart: 'Ein Tag beginnt um',
  dayStartHint:
    'Was du vor dieser Stunde verbrauchst, zählt zum Vortag: in Berichten, Prognosen, Budgets und Warnungen.',
  weekStart: 'Eine Woche beginnt am',
  clock: 'Uhr',
  clocks: { system: 'Wie in der Sprache üblich', '12': '12 Stunden', '24': '24 Stunden' },
  unknownTimeZone: (text: string): string =>
    `Die Zeitzone „${text}“ gibt es nicht. Gib einen Namen wie Europe/Berlin ein.`,
};

/** Notifications and their thresholds. */
const alerts = {
  title: 'Warnungen',
  notifications: 'Benachrichtigungen',
  notificationsHint: 'Einmal je Schwelle und Limit, bevor es zu Ende geht.',
  thresholds: 'Schwellen',
  thresholdsHint:
    'Prozent eines Limits, höchstens fünf Werte. Der höchste ist kritisch, die anderen sind Warnungen. Leer: keine Warnungen.',
  badThresholds: 'Gib ganze Zahlen von 1 bis 100 ein, etwa 75, 90.',
  tooManyThresholds: 'Gib höchstens fünf Schwellen ein.',
};

/** When alerts are kept back. */
const timing = {
  title: 'Zeitpunkt der Warnungen',
  quietHours: 'Ruhezeiten',
  quietHoursHint: 'Warnungen aus dieser Zeit werden danach gezeigt. Leer: keine Ruhezeiten.',
  hoursExample: '22:00-07:00',
  badHours: 'Gib Zeiten wie 22:00-07:00 ein.',
  snooze: 'Alle Warnungen zurückhalten',
  snoozeHint: 'Sie werden danach gezeigt, sofern sie dann noch gelten.',
  doNotDisturb: 'Bei „Nicht stören“ warten',
  doNotDisturbHint:
    'Benachrichtigungen auf diesem Desktop, bis es aus ist. KDE und GNOME melden es; Windows und macOS nicht.',
  channelsWait: 'Andere Kanäle warten auch',
  channelsWaitHint:
    'Auch E-Mail, Telefon, Chat und Webhooks warten auf das Ende von „Nicht stören“. Aus: Sie werden sofort gesendet.',
  snoozes: (hours: number): string =>
    hours === 0 ? 'Nein' : hours === 1 ? 'Eine Stunde lang' : `${hours} Stunden lang`,
};

/** Limits for each session. */
const guard = {
  limits: {
    softUsd: 'Weiches Limit einer Sitzung, Geld',
    hardUsd: 'Hartes Limit einer Sitzung, Geld',
    softTokens: 'Weiches Limit einer Sitzung, Tokens',
    hardTokens: 'Hartes Limit einer Sitzung, Tokens',
  },
  moneyHint: 'US-Dollar, API-Gegenwert. Leer: kein Limit.',
  tokensHint: 'Tokens aller Art, auch aus dem Cache gelesene. Leer: kein Limit.',
  badTokens: 'Gib eine ganze Zahl von Tokens ein.',
  action: 'Beim harten Limit',
  actionHint:
    'Limits gelten, solange die Regel „Limit je Sitzung“ an ist. Eine angehaltene Sitzung läuft mit „Fortsetzen“ weiter, eine gestoppte mit „fuelgauge guard lift“. Zum Stoppen braucht es, was „fuelgauge guard settings“ ausgibt; ein Agent ohne Hook, der ihn stoppen kann, wird angehalten.',
  actions: { warn: 'Warnen', pause: 'Ihre Prozesse anhalten', stop: 'Beim nächsten Schritt stoppen' },
};

/** Further programs that count as agents. */
const programs = {
  title: 'Weitere Programme',
  hint: 'Ihre CPU und ihr Speicher werden wie bei Agenten gemessen. Gib den Namen der Programmdatei ohne Ordner ein.',
  name: 'Name der Programmdatei',
  category: 'Art des Programms',
  categories: {
    cli: 'Befehlszeile',
    desktop: 'Desktop-App',
    ide: 'Editor',
    server: 'Server',
    local: 'Lokales Modell',
  } satisfies Readonly<Record<ProgramCategory, string>>,
  add: 'Programm hinzufügen',
  badName: 'Gib einen Namen ohne Ordner ein.',
  known: 'Dieses Programm steht schon in der Liste.',
};

/** Own names of projects, and those that stay hidden. */
const projects = {
  title: 'Projekte',
  names: 'Namen von Projekten',
  namesHint:
    'Gib den Namen eines Ordners oder ein Muster wie /home/me/work/** ein, und wie es heißen soll. Ordner mit demselben Namen sind ein Projekt.',
  folder: 'Ordner',
  name: 'Name des Projekts',
  add: 'Namen hinzufügen',
  incomplete: 'Gib einen Ordner und einen Namen ein.',
  known: 'Dieser Ordner steht schon in der Liste.',
  calls: (name: string): string => `heißt „${name}“`,
  hidden: 'Verborgene Projekte',
  hiddenHint: 'Sie werden überall gezählt und heißen in Berichten, Listen, Warnungen und Metriken „(hidden)“.',
  hiddenFolder: 'Zu verbergender Ordner',
  hide: 'Verbergen',
  isHidden: 'ist verborgen',
};

/** What each rule watches. */
const ruleHints: Readonly<Record<AlertKind, string>> = {
  threshold: 'An jeder der Schwellen oben, einmal bis zum Reset.',
  'runs-out': 'Wenn ein Limit bei diesem Tempo vor seinem Reset aufgebraucht ist.',
  depleted: 'Wenn von einem Limit nichts mehr übrig ist.',
  restored: 'Wenn ein aufgebrauchtes Limit wieder verfügbar ist und nichts anderes sperrt.',
  spend: 'Bei 80 % und 100 % der Budgets unten.',
  burn: 'Wenn die letzte Stunde weit über deinen eigenen starken Stunden liegt.',
  anomaly: 'Wenn eine Sitzung oder ein Tag weit über deinem gewohnten Verbrauch liegt, mit der Hauptursache.',
  allowance: 'Wenn ein Limit mehr oder weniger erlaubt als vorher, und wenn dein Tarif gewechselt hat.',
  'busy-agent': 'Wenn ein Agent eine Viertelstunde lang mehr als anderthalb Kerne oder 8 GB belegt.',
  session: 'Wie es der Hook des Agenten meldet. „fuelgauge guard settings“ zeigt, was einzutragen ist.',
  guard: 'An den weichen und harten Limits oben.',
  orphan: 'Wenn Prozesse eines Agenten fünf Minuten nach seinem Ende noch da sind.',
  'silent-source': 'Wenn Logs wachsen, aber nichts darin gezählt werden kann.',
  'expiring-logs': 'Wenn ein Agent bald Logs löscht, die nicht gelesen wurden.',
  incident:
    'Wenn die öffentliche Statusseite des Anbieters deiner Agenten eine größere Störung meldet. Sie wird alle fünf Minuten abgefragt. Andere Seiten lassen sich unten eintragen.',
  digest: 'Fasst den Tag um sechs Uhr abends zusammen, und die Woche an ihrem letzten Tag.',
};

/** Status pages that are asked instead of those of the providers. */
const statusPages = {
  title: 'Statusseiten',
  hint: 'Werden statt der Seiten der Anbieter deiner Agenten abgefragt, solange die Regel „Störung bei einem Anbieter“ an ist. Jede muss von Statuspage mit /api/v2 sein. Ohne Eintrag werden die Seiten deiner Anbieter abgefragt.',
  address: 'Adresse einer Statusseite',
  example: 'https://status.example.com',
  add: 'Seite hinzufügen',
  badPage: 'Gib eine Adresse wie https://status.example.com ein.',
  known: 'Diese Seite steht schon in der Liste.',
  tooMany: (max: number): string => `Es können höchstens ${max} Seiten abgefragt werden.`,
};

/** Alert rules, and trying them out. */
const rules = {
  title: 'Regeln für Warnungen',
  hints: ruleHints,
  budgets: { dayUsd: 'Budget für einen Tag', weekUsd: 'Budget für eine Woche', monthUsd: 'Budget für einen Monat' },
  budgetHint: 'US-Dollar, API-Gegenwert. Gemeldet bei 80 % und 100 %. Leer: kein Budget.',
  badBudget: 'Gib Dollar ein, etwa 12,50.',
  tryOut: 'Regeln ausprobieren',
  tryOutHint: 'Zeigt, was sie in den letzten 30 Tagen gemeldet hätten. Nichts wird gesendet.',
  tryNow: 'Ausprobieren',
};

/** Channels to other programs and machines. */
const channels = {
  title: 'Kanäle für Warnungen',
  add: 'Kanal hinzufügen',
  addHint: 'Aus, bis du ihn einschaltest. Ein auszuführendes Programm wird nur in settings.json eingetragen.',
  addNow: 'Hinzufügen',
  kind: 'Art des Kanals',
  place: {
    slack: 'Noch nichts einzugeben',
    discord: 'Noch nichts einzugeben',
    teams: 'Noch nichts einzugeben',
    ntfy: 'Thema',
    telegram: 'Chat',
    webhook: 'Adresse',
    email: 'you@example.com smtp.example.com:587',
  },
  badPlace: {
    ntfy: 'Gib ein Thema aus Buchstaben, Ziffern, - und _ ein.',
    telegram: 'Gib die Nummer eines Chats oder einen Kanal wie @mine ein.',
    webhook: 'Gib eine Adresse wie https://example.com/hook ein.',
    email: 'Gib deine Adresse und den sendenden Server ein, etwa you@example.com smtp.example.com:587.',
  },
  secretOf: (channel: string): string => `Geheimnis von ${channel}: Adresse, Token oder Schlüssel`,
  secret: 'Adresse, Token oder Schlüssel',
  redact: { names: 'Projektnamen verbergen', paths: 'Ordner verbergen', money: 'Beträge verbergen' },
  secretKept: 'Das Geheimnis ist gespeichert. Es wird nicht noch einmal gezeigt.',
  test: 'Testen',
  testOf: (channel: string): string => `${channel} testen`,
  testing: 'Test wird gesendet …',
  remove: 'Entfernen',
};

/** What is read, how often, and how long it is kept. */
function createMonitoringMessages(format: Formats) {
  return {
    title: 'Überwachung',
    refresh: 'Aktualisierung',
    refreshHint:
      'Wie oft Prozesse gemessen werden. Logs werden immer gelesen, sobald sie geschrieben werden. „Automatisch“ wird langsamer, solange kein Fenster offen ist.',
    cadence: (seconds: number | 'auto'): string => (seconds === 'auto' ? 'Automatisch' : `Alle ${seconds} Sekunden`),
    folders: 'Weitere Log-Ordner',
    foldersHint:
      'Werden zusätzlich zu den üblichen Orten gelesen: ein anderes Konto, ein eingebundenes Laufwerk, ein Archiv.',
    folderAgent: 'Agent des neuen Ordners',
    folderDevice: 'Gerät, wenn nicht dieses',
    describeFolder: (agent: string, device: string | undefined): string =>
      device === undefined ? agent : `${agent}, von ${device}`,
    chooseFolder: 'Ordner wählen …',
    knownFolder: 'Dieser Ordner steht schon in der Liste.',
    folderRemoved: 'Was daraus gelesen wurde, zählt weiter.',
    retention: 'Einzelne Anfragen behalten',
    retentionHint:
      'Ältere Anfragen werden je Viertelstunde zusammengefasst. Die Datenbank wächst langsamer und Berichte bleiben gleich, aber die Anfragen lassen sich nicht wiederherstellen.',
    retentions: (days: number | 'forever'): string => (days === 'forever' ? 'Für immer' : `${days} Tage lang`),
    shorterRetention: (days: number): string =>
      `Anfragen, die älter als ${format.integer(days)} Tage sind, werden zusammengefasst. Das lässt sich nicht rückgängig machen.`,
    sumUp: 'Zusammenfassen',
    cancel: 'Abbrechen',
  };
}

/** The line below an agent's prompt. */
const statusline = {
  title: 'Statuszeile',
  row: (agent: string): string => `Zeile unter der Eingabe von ${agent}`,
  states: {
    absent: 'Limits, Kontext, Kosten und Prognose bei der Arbeit. Ein eigener Befehl läuft weiterhin zuerst.',
    installed: 'Eingerichtet.',
    removed: 'Sie war eingerichtet, aber etwas anderes hat sie aus den Einstellungen des Agenten entfernt.',
    replaced: 'Sie war eingerichtet, aber etwas anderes hat sie in den Einstellungen des Agenten ersetzt.',
    elsewhere: 'Eine andere Installation von Fuelgauge hat ihre Zeile eingetragen.',
    unreadable: 'Die Einstellungen des Agenten sind nicht lesbar.',
  } satisfies Readonly<Record<StatuslineState, string>>,
  preset: 'Vorlage',
  presets: { minimal: 'Minimal', default: 'Standard', full: 'Vollständig', ccusage: 'Wie ccusage' },
  ownTemplate: 'Eigene',
  template: 'Muster',
  templateHint: 'Bausteine in geschweiften Klammern wie {model}, {limits} oder {cost.day} zwischen eigenem Text.',
  looksLike: 'Vorschau mit erfundenen Zahlen:',
  unknownWidget: (name: string, names: readonly string[]): string =>
    `Einen Baustein „${name}“ gibt es nicht. Es gibt ${names.join(', ')}.`,
  show: 'Änderung zeigen …',
  remove: 'Entfernen',
  change: (file: string): string => `Das ändert ${file}:`,
  keeps: (command: string): string => `Dein Befehl läuft weiterhin zuerst: ${command}`,
  apply: 'Datei ändern',
  cancel: 'Abbrechen',
};

/** The subscription plan and the limit of a block. */
const plan = {
  title: 'Tarif',
  plan: 'Abonnement',
  planHint:
    'Damit zeigt ein 5-Stunden-Block ein geschätztes Limit. Limits, die der Anbieter meldet, hängen nicht davon ab.',
  workDays: 'Arbeitstage',
  workDaysHint: 'Das Tempo von Wochenlimits wird an diesen Tagen gemessen.',
  workDayChoices: {
    4: 'Montag bis Donnerstag',
    5: 'Montag bis Freitag',
    7: 'Jeden Tag',
    learned: 'Wie in meinen letzten acht Wochen',
  },
  askAgent: (agent: string): string => `${agent} nach den Limits fragen`,
  askAgentHint: (program: string): string =>
    `Startet „${program}“, das den Anbieter mit der eigenen Anmeldung fragt, höchstens alle 15 Minuten. Fuelgauge sieht nur die Antwort.`,
  askNow: 'Jetzt aktualisieren',
  asking: 'Wird gefragt …',
  asked: {
    answered: 'Er hat geantwortet.',
    'no-answer': 'Er hat keine Limits genannt. Vielleicht ist er nicht angemeldet.',
    'not-found': 'Sein Programm wurde nicht gefunden.',
    'too-old': 'Seine Version ist zu alt: Sie lässt sich nicht fragen, ohne eine Anfrage zu starten.',
    'asked-before': 'Er wurde vor weniger als einer Minute gefragt.',
    'not-allowed': 'Er darf jetzt nicht gefragt werden.',
  },
  noPlan: 'Keiner oder nicht in der Liste',
  ownPlan: 'Eigenes Limit',
  usualPlan: 'Mein üblicher voller Block (P90)',
  usualUnit: 'Einheit des P90',
  usualUnitHint:
    'Neun von zehn deiner abgeschlossenen Blöcke dieses Agenten blieben darunter; bekannt ab fünf Blöcken. Kein Limit des Anbieters.',
  limit: 'Block-Limit',
  limitHint:
    'Für die Blöcke aller Agenten. Dollar sind US-Dollar im API-Gegenwert; Tokens schließen alle Arten ein, auch aus dem Cache gelesene.',
  unit: 'Einheit des Limits',
  units: { tokens: 'Tokens', 'tokens-in-out': 'Tokens, Ein- und Ausgabe', requests: 'Anfragen', usd: 'Dollar' },
  limitTooLarge: 'Gib eine Zahl bis 1.000.000.000.000 ein.',
  badLimit: 'Gib eine Zahl über null ein, etwa 1500 oder 2,5.',
};

/** How costs are calculated and shown. */
function createCostMessages(format: Formats) {
  return {
    title: 'Kosten',
    mode: 'Kostenberechnung',
    modeHint: 'Aus Tokens und Preisen, oder wie im Log vermerkt, wo es Kosten nennt.',
    modes: {
      calculate: 'Aus Tokens und Preisen',
      auto: 'Aus dem Log, sonst aus Preisen',
      display: 'Nur aus dem Log',
    },
    currency: 'Währung',
    currencyHint:
      'Ein Code wie EUR und wie viel davon ein US-Dollar wert ist. Du legst den Kurs fest; keiner wird geladen.',
    rate: (code: string): string => `${code} je US-Dollar`,
    rateMissing: (code: string, current: string): string =>
      `Gib jetzt ein, wie viele ${code} ein US-Dollar wert ist. Bis dahin bleiben Beträge in ${current}.`,
    badCurrency: 'Gib einen Code wie EUR ein.',
    badRate: 'Gib eine Zahl ein, etwa 0,92.',

    prices: 'Eigene Preise',
    pricesHint:
      'US-Dollar je Million Tokens eines Modells. Sie haben Vorrang vor der Preisliste. Leere Cache-Preise werden vom Eingabepreis abgeleitet.',
    addPriceForm: 'Eigenen Preis hinzufügen',
    addPrice: 'Preis hinzufügen',
    model: 'Modell',
    priceFields: {
      inputUsdPerMillion: 'Eingabe',
      outputUsdPerMillion: 'Ausgabe',
      cacheReadUsdPerMillion: 'Cache-Lesen',
      cacheWrite5mUsdPerMillion: 'Schreiben, 5 min',
      cacheWrite1hUsdPerMillion: 'Schreiben, 1 h',
    },
    modelMissing: 'Gib den Namen des Modells ein, wie ihn die Verlaufstabelle zeigt.',
    badPrice: (field: string): string => `${field}: Gib US-Dollar je Million Tokens ein, etwa 2,5.`,
    tooManyEntries: (max: number): string => `Höchstens ${format.integer(max)} Einträge sind möglich.`,
    describePrices(parts: readonly (readonly [label: string, price: string])[]): string {
      return parts.map(([label, price]) => `${label} ${price}`).join(', ');
    },

    aliases: 'Modell-Aliasse',
    aliasesHint:
      'Für ein Modell, das ein Gateway oder eine neue Version anders nennt: Es wird wie das eingegebene Modell berechnet.',
    addAliasForm: 'Modell-Alias hinzufügen',
    addAlias: 'Alias hinzufügen',
    pricedAs: 'Preis wie',
    describeAlias: (pricedAs: string): string => `Preis wie ${pricedAs}`,
    namesMissing: 'Gib die Namen beider Modelle ein.',
    sameModel: 'Das ist dasselbe Modell.',
  };
}

/** Where the numbers come from. */
const about = {
  title: 'Über die Zahlen',
  cost: 'Kosten sind ein API-Gegenwert: was die Tokens zu den Listenpreisen der Anbieter oder zu deinen eigenen Preisen kosten würden. Ein Abonnement stellt sie nicht in Rechnung. Sie stammen aus den Logs auf diesem Computer und sind daher keine Rechnung.',
  provenance:
    '„Offizielle“ Zahlen hat der Anbieter gemeldet. „Gemessene“ sind aus den Logs summiert, „geschätzte“ stammen aus einem eigenen Modell, und „veraltete“ waren vor einer Weile offiziell.',
  dash: 'Ein Strich bedeutet, dass eine Zahl nicht bekannt ist. Er bedeutet nie null.',
  showDiagnosis: 'Gelesenes zeigen',
  pricesAndData: (pricesDay: string): string => `Preise vom ${pricesDay}. Datenordner:`,
};

/** The settings view: each control with its label, its hint and what it refuses. Refusals follow `Not saved.`. */
export function createSettingsMessages(format: Formats) {
  return {
    waiting: 'Die Einstellungen werden geladen …',
    notSaved: (reason: string): string => `Nicht gespeichert. ${reason}`,
    notDollars: (sign: string): string => `Beträge sind hier in US-Dollar. Gib den Betrag in Dollar ein, ohne ${sign}.`,
    ambiguousNumber: (text: string): string =>
      `Bei „${text}“ ist nicht klar, ob Nachkommastellen gemeint sind. Gib die Zahl ohne Tausendertrennzeichen ein.`,
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
      remove: (name: string): string => `${name} entfernen`,
      removed: (name: string): string => `${name} entfernt.`,
      undo: 'Rückgängig',
    },
    about,
  };
}
