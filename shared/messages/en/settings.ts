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
  title: 'General',
  launchAtLogin: 'Launch at login',
  launchAtLoginHint: 'Starts in the tray, without a window.',
  language: 'Language',
  languageHint: 'The command line and its answers are always in English.',
  /** Each language in its own words, so that everybody finds theirs. */
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
  appearance: 'Appearance',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark', 'high-contrast': 'High contrast' },
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  dataColors: 'Colors of charts and meters',
  dataColorsHint: 'The second choice can be distinguished with every kind of color vision (Okabe and Ito).',
  dataColorScales: { fuelgauge: 'Fuelgauge', 'okabe-ito': 'Color-blind safe' },
  trayColor: 'Tray icon color',
  trayColorHint: 'Automatic adds a dark outline where the panel’s color is unknown, as on Linux.',
  trayColors: { auto: 'Automatic', light: 'Light', dark: 'Dark' },
  timeZone: 'Time zone',
  timeZoneHint: (systemZone: string): string =>
    `Decides when a day begins and ends. “system” is the time zone of this computer, now ${systemZone}.`,
  dayStart: 'A day begins at',
  dayStartHint:
    'What you use before that hour counts toward the previous day: in reports, forecasts, budgets and alerts.',
  weekStart: 'A week begins on',
  clock: 'Clock',
  clocks: { system: 'As in the language', '12': '12 hours', '24': '24 hours' },
  unknownTimeZone: (text: string): string => `There is no time zone “${text}”. Enter a name such as Europe/Berlin.`,
};

/** Notifications and their thresholds. */
const alerts = {
  title: 'Alerts',
  notifications: 'Notifications',
  notificationsHint: 'Once for each threshold and limit, before you run out.',
  thresholds: 'Thresholds',
  thresholdsHint:
    'Percent of a limit, five values at most. The highest is critical, the others are warnings. Leave this empty for no alerts.',
  badThresholds: 'Enter whole numbers from 1 to 100, such as 75, 90.',
  tooManyThresholds: 'Enter five thresholds at most.',
};

/** When alerts are kept back. */
const timing = {
  title: 'When to alert',
  quietHours: 'Quiet hours',
  quietHoursHint: 'Alerts raised then are shown when the hours are over. Leave this empty for none.',
  hoursExample: '22:00-07:00',
  badHours: 'Enter hours such as 22:00-07:00.',
  snooze: 'Hold back all alerts',
  snoozeHint: 'They are shown afterwards, unless they are outdated by then.',
  doNotDisturb: 'Wait while do-not-disturb is on',
  doNotDisturbHint:
    'Notifications on this desktop, until it is turned off. KDE and GNOME report it; Windows and macOS do not.',
  channelsWait: 'Hold back other channels, too',
  channelsWaitHint: 'E-mail, phone, chat and webhooks wait for do-not-disturb as well. Off: they are sent at once.',
  snoozes: (hours: number): string => (hours === 0 ? 'No' : hours === 1 ? 'For an hour' : `For ${hours} hours`),
};

/** Limits for each session. */
const guard = {
  limits: {
    softUsd: 'Soft limit per session, money',
    hardUsd: 'Hard limit per session, money',
    softTokens: 'Soft limit per session, tokens',
    hardTokens: 'Hard limit per session, tokens',
  },
  moneyHint: 'US dollars, API-equivalent. Leave this empty for none.',
  tokensHint: 'All kinds of tokens, including cache reads. Leave this empty for none.',
  badTokens: 'Enter a whole number of tokens.',
  action: 'At the hard limit',
  actionHint:
    'Limits work while the rule “Limit for each session” is on. “Resume” continues a paused session, “fuelgauge guard lift” a stopped one. Stopping needs what “fuelgauge guard settings” prints; an agent without a hook that can stop it is paused.',
  actions: { warn: 'Warn', pause: 'Pause its processes', stop: 'Stop it at its next step' },
};

/** More programs that count as agents. */
const programs = {
  title: 'More programs',
  hint: 'Their CPU and memory are measured like those of agents. Enter the name of the executable, without its folder.',
  name: 'Executable name',
  category: 'Kind of program',
  categories: {
    cli: 'Command line',
    desktop: 'Desktop app',
    ide: 'Editor',
    server: 'Server',
    local: 'Local model',
  } satisfies Readonly<Record<ProgramCategory, string>>,
  add: 'Add program',
  badName: 'Enter a name without a folder.',
  known: 'This program is already in the list.',
};

const projects = {
  title: 'Projects',
  names: 'Project names',
  namesHint:
    'Enter the name of a folder, or a pattern such as /home/me/work/**, and what to call it. Folders with the same name are one project.',
  folder: 'Folder',
  name: 'Project name',
  add: 'Add name',
  incomplete: 'Enter a folder and a name.',
  known: 'This folder is already in the list.',
  calls: (name: string): string => `is called “${name}”`,
  hidden: 'Hidden projects',
  hiddenHint: 'They are counted everywhere, and called “(hidden)” in reports, lists, alerts and metrics.',
  hiddenFolder: 'Folder to hide',
  hide: 'Hide',
  isHidden: 'is hidden',
};

/** What each rule watches. */
const ruleHints: Readonly<Record<AlertKind, string>> = {
  threshold: 'At each of the thresholds above, once until the reset.',
  'runs-out': 'When a window will be used up before it resets, at the current pace.',
  depleted: 'When nothing is left of a window.',
  restored: 'When a window that was used up is available again and nothing else blocks.',
  spend: 'At 80% and 100% of the budgets below.',
  burn: 'When the last hour is far above your own busy hours.',
  anomaly: 'When a session or a day is far above your normal use, with its main cause.',
  allowance: 'When a limit allows more or less than before, and when your plan has changed.',
  'busy-agent': 'When an agent uses more than one and a half cores or 8 GB for 15 minutes.',
  session: 'Reported by the agent’s own hook. “fuelgauge guard settings” prints what to add.',
  guard: 'At the soft and hard limits above.',
  orphan: 'When processes that an agent started are still there five minutes after it ended.',
  'silent-source': 'When logs grow but nothing in them can be counted.',
  'expiring-logs': 'When an agent is about to delete logs that were not read.',
  incident:
    'When the public status page of your agents’ provider reports a major incident. It is checked every five minutes. Other pages can be entered below.',
  digest: 'Sums up the day at six in the evening, and the week on its last day.',
};

/** Alert rules, and trying them out. */
const rules = {
  title: 'Alert rules',
  hints: ruleHints,
  budgets: { dayUsd: 'Budget for a day', weekUsd: 'Budget for a week', monthUsd: 'Budget for a month' },
  budgetHint: 'US dollars, API-equivalent. Announced at 80% and 100%. Leave this empty for none.',
  badBudget: 'Enter dollars such as 12.50.',
  tryOut: 'Try the rules',
  tryOutHint: 'Shows what they would have raised over the last 30 days. Nothing is sent.',
  tryNow: 'Try',
};

/** Whose status pages are asked for incidents. */
const statusPages = {
  title: 'Status pages',
  hint: 'Checked instead of your agents’ providers’ own pages while the rule “Incident at a provider” is on. Each must be a Statuspage site with /api/v2. If none is listed, your providers’ pages are checked.',
  address: 'Address of a status page',
  example: 'https://status.example.com',
  add: 'Add page',
  badPage: 'Enter an address such as https://status.example.com.',
  known: 'This page is already in the list.',
  tooMany: (max: number): string => `No more than ${max} pages can be checked.`,
};

/** Channels to other programs and machines. */
const channels = {
  title: 'Alert channels',
  add: 'Add a channel',
  addHint: 'Off until you turn it on. A program to run is entered in settings.json only.',
  addNow: 'Add',
  kind: 'Kind of channel',
  place: {
    slack: 'Nothing to enter yet',
    discord: 'Nothing to enter yet',
    teams: 'Nothing to enter yet',
    ntfy: 'Topic',
    telegram: 'Chat',
    webhook: 'Address',
    email: 'you@example.com smtp.example.com:587',
  },
  badPlace: {
    ntfy: 'Enter a topic of letters, digits, - and _.',
    telegram: 'Enter the number of a chat, or a channel such as @mine.',
    webhook: 'Enter an address such as https://example.com/hook.',
    email: 'Enter your address and the server that sends, such as you@example.com smtp.example.com:587.',
  },
  secretOf: (channel: string): string => `Secret of ${channel}: its address, token or key`,
  secret: 'Address, token or key',
  redact: { names: 'Hide names of projects', paths: 'Hide folders', money: 'Hide amounts of money' },
  secretKept: 'The secret is stored. It is not shown again.',
  test: 'Test',
  testOf: (channel: string): string => `Test ${channel}`,
  testing: 'Sending a test…',
  remove: 'Remove',
};

/** What is read, how often, and how long it is kept. */
function createMonitoringMessages(format: Formats) {
  return {
    title: 'Monitoring',
    refresh: 'Refresh',
    refreshHint:
      'How often processes are sampled. Logs are always read as they are written. Automatic slows down while no window is open.',
    cadence: (seconds: number | 'auto'): string => (seconds === 'auto' ? 'Automatic' : `Every ${seconds} seconds`),
    folders: 'Extra log folders',
    foldersHint: 'Read in addition to the usual places: another account, a mounted disk, an archive.',
    folderAgent: 'Agent of the new folder',
    folderDevice: 'Machine, if not this one',
    describeFolder: (agent: string, device: string | undefined): string =>
      device === undefined ? agent : `${agent}, from ${device}`,
    chooseFolder: 'Choose folder…',
    knownFolder: 'This folder is already in the list.',
    folderRemoved: 'What was read from it stays counted.',
    retention: 'Keep individual requests',
    retentionHint:
      'Older requests are summed up by quarter hour. The ledger grows more slowly and reports stay the same, but the requests cannot be restored.',
    retentions: (days: number | 'forever'): string => (days === 'forever' ? 'Forever' : `For ${days} days`),
    shorterRetention: (days: number): string =>
      `Requests older than ${format.integer(days)} days will be summed up. This cannot be undone.`,
    sumUp: 'Sum up',
    cancel: 'Cancel',
  };
}

/** The line below an agent's prompt. */
const statusline = {
  title: 'Status line',
  row: (agent: string): string => `Line below the prompt of ${agent}`,
  states: {
    absent: 'Limits, context, cost and forecast while you work. A command of your own still runs first.',
    installed: 'Installed.',
    removed: 'It was installed, but something else has removed it from the settings of the agent.',
    replaced: 'It was installed, but something else has replaced it in the settings of the agent.',
    elsewhere: 'Another installation of Fuelgauge has added its line.',
    unreadable: 'The settings of the agent cannot be read.',
  } satisfies Readonly<Record<StatuslineState, string>>,
  preset: 'Preset',
  presets: { minimal: 'Minimal', default: 'Default', full: 'Full', ccusage: 'Like ccusage' },
  ownTemplate: 'My own',
  template: 'Template',
  templateHint: 'Widgets in braces, such as {model}, {limits} or {cost.day}, between your own text.',
  looksLike: 'Preview with made-up figures:',
  unknownWidget: (name: string, names: readonly string[]): string =>
    `There is no widget called “${name}”. The widgets are ${names.join(', ')}.`,
  show: 'Show the change…',
  remove: 'Remove',
  change: (file: string): string => `This changes ${file}:`,
  keeps: (command: string): string => `Your command still runs first: ${command}`,
  apply: 'Change the file',
  cancel: 'Cancel',
};

/** The subscription plan and the limit of a block. */
const plan = {
  title: 'Plan',
  plan: 'Subscription plan',
  planHint: 'Lets a 5-hour block show an estimate of its limit. Limits that the provider reports do not depend on it.',
  workDays: 'Work days',
  workDaysHint: 'The pace of weekly limits is measured against these days.',
  workDayChoices: {
    4: 'Monday to Thursday',
    5: 'Monday to Friday',
    7: 'Every day',
    learned: 'As in my last eight weeks',
  },
  askAgent: (agent: string): string => `Ask ${agent} for its limits`,
  askAgentHint: (program: string): string =>
    `Runs “${program}”, which asks its provider with its own login, at most every 15 minutes. Fuelgauge sees only the answer.`,
  askNow: 'Refresh now',
  asking: 'Asking…',
  asked: {
    answered: 'It answered.',
    'no-answer': 'It gave no limits. Perhaps it is not logged in.',
    'not-found': 'Its program was not found.',
    'too-old': 'Its version is too old to be asked without starting a turn.',
    'asked-before': 'It was asked less than a minute ago.',
    'not-allowed': 'It cannot be asked right now.',
  },
  noPlan: 'None, or not listed',
  ownPlan: 'My own limit',
  usualPlan: 'My usual full block (P90)',
  usualUnit: 'Unit of the P90',
  usualUnitHint:
    'Nine in ten of your completed blocks of the same agent stayed below it; known from five blocks on. It is not a limit of the provider.',
  limit: 'Block limit',
  limitHint:
    'For the blocks of every agent. Dollars are US dollars, API-equivalent; tokens include all kinds, cache reads as well.',
  unit: 'Unit of the limit',
  units: { tokens: 'tokens', 'tokens-in-out': 'tokens in and out', requests: 'requests', usd: 'dollars' },
  limitTooLarge: 'Enter a number up to 1,000,000,000,000.',
  badLimit: 'Enter a number above zero, such as 1500 or 2.5.',
};

/** How costs are calculated and shown. */
function createCostMessages(format: Formats) {
  return {
    title: 'Cost',
    mode: 'Cost calculation',
    modeHint: 'From tokens and prices, or as recorded in the log where it has a cost.',
    modes: {
      calculate: 'From tokens and prices',
      auto: 'From the log, else from prices',
      display: 'From the log only',
    },
    currency: 'Currency',
    currencyHint: 'A code such as EUR, and what one US dollar is worth in it. You set the rate; none is downloaded.',
    rate: (code: string): string => `${code} per US dollar`,
    rateMissing: (code: string, current: string): string =>
      `Now enter how many ${code} one US dollar is worth. Until then, amounts stay in ${current}.`,
    badCurrency: 'Enter a code such as EUR.',
    badRate: 'Enter a number such as 0.92.',

    prices: 'Custom prices',
    pricesHint:
      'US dollars per million tokens of one model. They override the price list. Cache prices that you leave empty are derived from the input price.',
    addPriceForm: 'Add a custom price',
    addPrice: 'Add price',
    model: 'Model',
    priceFields: {
      inputUsdPerMillion: 'Input',
      outputUsdPerMillion: 'Output',
      cacheReadUsdPerMillion: 'Cache read',
      cacheWrite5mUsdPerMillion: '5 min write',
      cacheWrite1hUsdPerMillion: '1 h write',
    },
    modelMissing: 'Enter the name of the model as it is shown in the history table.',
    badPrice: (field: string): string => `${field}: enter US dollars per million tokens, such as 2.5.`,
    tooManyEntries: (max: number): string => `There can be ${format.integer(max)} entries at most.`,
    /** Prices of one model, in sentence case, e.g. `Input $2, output $8`. */
    describePrices(parts: readonly (readonly [label: string, price: string])[]): string {
      const text = parts.map(([label, price]) => `${label} ${price}`.toLowerCase()).join(', ');
      return text.charAt(0).toUpperCase() + text.slice(1);
    },

    aliases: 'Model aliases',
    aliasesHint:
      'For a model that goes by another name in a gateway or a new version: it is priced like the model you enter.',
    addAliasForm: 'Add a model alias',
    addAlias: 'Add alias',
    pricedAs: 'Priced as',
    describeAlias: (pricedAs: string): string => `Priced as ${pricedAs}`,
    namesMissing: 'Enter the names of both models.',
    sameModel: 'These are the same model.',
  };
}

/** Where the numbers come from. */
const about = {
  title: 'About the numbers',
  cost:
    'Costs are API-equivalent: what the tokens would cost at the list prices of the providers, or at your own ' +
    'prices. A subscription does not bill them. They come from the logs on this computer, so they are not an invoice.',
  provenance:
    '“Official” numbers were reported by the provider. “Measured” ones are added up from the logs, “estimated” ' +
    'ones come from a model of ours, and “stale” ones were official a while ago.',
  dash: 'A dash means that a number is not known. It never means zero.',
  showDiagnosis: 'Show what was read',
  pricesAndData: (pricesDay: string): string => `Prices as of ${pricesDay}. Data folder:`,
};

/** The settings view: each control with its label, its hint and what it refuses. Refusals follow `Not saved.`. */
export function createSettingsMessages(format: Formats) {
  return {
    waiting: 'Getting the settings…',
    notSaved: (reason: string): string => `Not saved. ${reason}`,
    /** Of a number that was typed, such as `1,000`. */
    notDollars: (sign: string): string => `Amounts here are US dollars. Enter the amount in dollars, without ${sign}.`,
    ambiguousNumber: (text: string): string =>
      `It is not clear whether “${text}” has decimals. Enter it without a separator for thousands.`,
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
    server: createServerSettingsMessages(),
    sending: createSendingSettingsMessages(),
    encryption: createEncryptionSettingsMessages(format),
    changes: createSettingsChanges(format),
    trayAndKeys,

    list: {
      remove: (name: string): string => `Remove ${name}`,
      removed: (name: string): string => `Removed ${name}.`,
      undo: 'Undo',
    },
    about,
  };
}
