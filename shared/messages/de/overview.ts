import type { RangeNameWord } from '../range-words.ts';
import type { Formats } from '../format/formats.ts';
import { dayWords, timeWords } from './count-words.ts';

const sessionWords = { one: 'Sitzung', other: 'Sitzungen' };
const projectWords = { one: 'Projekt', other: 'Projekten' };

const ranges: Readonly<Record<RangeNameWord, { readonly short: string; readonly long: string }>> = {
  today: { short: 'Heute', long: 'Heute' },
  '7': { short: '7 Tage', long: 'Letzte 7 Tage' },
  '30': { short: '30 Tage', long: 'Letzte 30 Tage' },
  '90': { short: '90 Tage', long: 'Letzte 90 Tage' },
  '365': { short: 'Jahr', long: 'Letzte 365 Tage' },
  all: { short: 'Alles', long: 'Gesamter Zeitraum' },
  custom: { short: 'Eigener', long: 'Eigener Zeitraum' },
};

/** Which days are shown, in all views. */
export function createRangeMessages(format: Formats) {
  return {
    label: 'Zeitraum',
    names: ranges,
    from: 'Von',
    to: 'Bis',
    days: (count: number): string => `${format.integer(count)} ${format.plural(count, dayWords)}`,
    between: (since: string, until: string): string => `${since} – ${until}`,
  };
}

/** Words that all charts share. */
export function createChartWords() {
  return {
    showAll: 'Alles zeigen',
    time: 'Zeit',
    exportLabel: 'Angezeigtes exportieren',
    withoutNames: 'Ohne Namen',
    exportAs: { csv: 'CSV', json: 'JSON', png: 'PNG-Bild' },
    zoomHint: 'Ziehen zum Vergrößern, Doppelklick zeigt alles',
  };
}

/** The figures at the top. */
function createFigureMessages(format: Formats) {
  return {
    label: 'Zahlen',
    tokens: 'Tokens',
    cost: 'API-Gegenwert',
    cache: 'Aus dem Cache',
    sessions: 'Sitzungen',
    stops: 'Von Limits gestoppt',
    change: (percent: string, days: string): string => `${percent} gegenüber dem Zeitraum davor (${days})`,
    changeUpTo: (percent: string, days: string, moment: string): string =>
      `${percent} gegenüber dem Zeitraum davor (${days}, bis ${moment})`,
    isNew: 'Nichts im Zeitraum davor',
    isNewUpTo: (moment: string): string => `Nichts im Zeitraum davor (bis ${moment})`,
    noBefore: 'Kein früherer Zeitraum zum Vergleich',
    saved: (money: string): string => `sparte etwa ${money}`,
    costMore: (money: string): string => `kostete etwa ${money} mehr, als er sparte`,
    projects: (count: number): string => `in ${format.integer(count)} ${format.plural(count, projectWords)}`,
    times: (count: number): string => `${format.integer(count)} ${format.plural(count, timeWords)}`,
    stopsNote: 'nach den Meldungen des Anbieters',
    stopsTitle: 'Limits, die aufgebraucht wurden',
    noReadings: 'In diesem Zeitraum wurde kein Limit gelesen',
    notABill: 'Listenpreise; keine Rechnung',
    savedTitle: 'Geschätzt: was dieselben Tokens zu Listenpreisen ohne Cache kosten würden, abzüglich ihrer Kosten',
  };
}

/** The hours of a week. */
function createWeekMessages(format: Formats) {
  return {
    title: 'Wann du arbeitest',
    label: (weekday: string, hour: string, percent: number): string =>
      `Am meisten am ${weekday} um ${hour}: ${format.percent(percent)} der Tokens.`,
    empty: 'Kein Verbrauch in diesem Zeitraum.',
    cell: (weekday: string, hour: string, value: string): string => `${weekday}, ${hour}: ${value}`,
    agentMinutes: (hours: string): string => `Sitzungen arbeiteten insgesamt etwa ${hours}.`,
    hours: (hours: number): string => `${format.integer(hours)} h`,
    minutes: (minutes: number): string => `${format.integer(minutes)} min`,
    peak: (sessions: number, at: string): string =>
      `Höchstens ${format.integer(sessions)} ${format.plural(sessions, sessionWords)} zugleich (${at}).`,
    estimated: 'Geschätzt aus den Zeiten der Antworten',
  };
}

/** The overview. */
export function createOverviewMessages(format: Formats) {
  return {
    figures: createFigureMessages(format),
    step: 'Schritt',
    steps: { hour: 'Stunde', day: 'Tag', week: 'Woche', month: 'Monat' },
    perStep: {
      tokens: { hour: 'Tokens pro Stunde', day: 'Tokens pro Tag', week: 'Tokens pro Woche', month: 'Tokens pro Monat' },
      cost: {
        hour: 'Kosten im API-Gegenwert pro Stunde',
        day: 'Kosten im API-Gegenwert pro Tag',
        week: 'Kosten im API-Gegenwert pro Woche',
        month: 'Kosten im API-Gegenwert pro Monat',
      },
    },
    splitBy: 'Aufteilen nach',
    splits: { source: 'Agent', model: 'Modell', project: 'Projekt', class: 'Art' },
    classes: { output: 'Ausgabe', input: 'Neue Eingabe', write: 'Cache-Schreiben', read: 'Cache-Lesen' },
    calendar: {
      title: 'Das letzte Jahr, Tag für Tag',
      label: (used: number, of: number, best: string, value: string): string =>
        `${format.integer(used)} von ${format.integer(of)} Tagen mit Verbrauch; am meisten am ${best}: ${value}.`,
      empty: 'Kein Verbrauch im letzten Jahr.',
      cell: (day: string, value: string): string => `${day}: ${value}`,
      months: 'Monate',
    },
    week: createWeekMessages(format),
    places: {
      title: 'Wohin das Geld ging',
      titleTokens: 'Wohin die Tokens gingen',
      none: 'Nichts in diesem Zeitraum.',
      others: 'Alles Übrige',
      pair: (model: string, project: string): string => `${model} in ${project}`,
      showAll: (count: number): string => `Alle ${format.integer(count)} zeigen`,
      showLess: 'Weniger zeigen',
    },
  };
}
