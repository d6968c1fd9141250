import type { Formats } from '../format/formats.ts';
import { responseWords } from './count-words.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

const rowWords = { one: 'Zeile', other: 'Zeilen' };

/** One session over time. */
function createTimelineMessages(format: Formats) {
  return {
    title: 'Zeitleiste',
    missing: 'Die Datenbank hat keine solche Sitzung.',
    facts: (responses: number, tokens: string): string =>
      `${format.integer(responses)} ${format.plural(responses, responseWords)}, ${tokens}`,
    tokens: 'Tokens pro Antwort',
    context: 'Kontext: Prompt je Antwort',
    cost: 'Kosten bisher',
    cpu: 'Prozessor, % eines Kerns',
    memory: 'Arbeitsspeicher',
    noProcesses: 'Ihre Prozesse wurden nicht beobachtet, daher ist ihr Bedarf nicht bekannt.',
    subagents: (responses: number, percent: number): string =>
      `Subagenten: ${format.integer(responses)} ${format.plural(responses, responseWords)}, ${format.percent(percent)} der Tokens.`,
    noSubagents: 'Keine Subagenten.',
    otherSubagents: 'Weitere, die das Log nicht benennt',
    ownSession: 'eigene Sitzung',
    startedBy: (session: string): string => `Gestartet von Sitzung ${session}.`,
    peak: (tokens: string): string => `Größter Prompt: ${tokens}.`,
    peakAtLeast: (tokens: string): string => `Größter Prompt: mindestens ${tokens}.`,
    main: 'Der Agent',
    subagent: 'Subagenten',
    read: 'Aus dem Cache gelesen',
    written: 'In den Cache geschrieben',
    fresh: 'Neue Eingabe',
    output: 'Ausgabe',
    coarse: 'Von Teilen dieser Sitzung sind nur Summen je Viertelstunde erhalten.',
  };
}

/** The table of everything, and its drill-downs. */
export function createExploreMessages(format: Formats) {
  return {
    groupBy: 'Gruppieren nach',
    thenBy: 'dann nach',
    thenNothing: 'Nichts weiter',
    within: (outer: string, inner: string): string => `${outer} › ${inner}`,
    inside: (name: string): string => `Zeilen in ${name}`,
    openAll: 'Alle aufklappen',
    foldAll: 'Alle zuklappen',
    groupings: { ...reportKeyNames, source: 'Agent', repository: 'Repository', week: 'Woche' },
    withoutKey: withoutKeyNames,
    filter: 'Filtern',
    filterHint: 'Name, Agent oder Modell',
    columnsLabel: 'Spalten',
    label: 'Verbrauchstabelle',
    columns: {
      source: 'Agent',
      last: 'Zuletzt',
      responses: 'Antworten',
      total: 'Tokens',
      cost: 'Kosten',
      cached: 'Cachequote',
      input: 'Eingabe',
      output: 'Ausgabe',
      cacheWrite: 'Cache-Schreiben',
      cacheRead: 'Cache-Lesen',
      models: 'Modelle',
    },
    costTitle: 'Kosten im API-Gegenwert: was es über die API kosten würde',
    noCostFor: (models: string): string => `Für ${models} sind keine Kosten bekannt.`,
    rows: (count: number): string => `${format.integer(count)} ${format.plural(count, rowWords)}`,
    shownOf: (shown: number, of: number): string =>
      `${format.integer(shown)} von ${format.integer(of)} ${of === 1 ? 'Zeile' : 'Zeilen'}`,
    totals: (tokens: string, cost: string | null): string => (cost === null ? tokens : `${tokens}, ${cost}`),
    none: 'Kein Verbrauch in diesem Zeitraum',
    noneText: 'Wähle einen längeren Zeitraum oder komm nach der nächsten Sitzung wieder.',
    noMatch: 'Nichts passt zum Filter',
    showAll: 'Gesamten Zeitraum zeigen',
    crumbs: 'Pfad',
    everything: 'Alles',
    sessionsOf: (name: string): string => `Sitzungen von ${name}`,
    sessionAt: (project: string, at: string): string => `${project}, ${at}`,
    worktrees: 'Worktrees zählen zu ihrem Repository, wo ihr Pfad es erkennen lässt.',
    open: (name: string): string => `${name} öffnen`,
    timeline: createTimelineMessages(format),
  };
}
