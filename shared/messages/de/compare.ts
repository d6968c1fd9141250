import type { Formats } from '../format/formats.ts';
import { dayWords } from './count-words.ts';

/** What the same usage would cost otherwise. */
function createWhatIfMessages(format: Formats) {
  return {
    estimated:
      'Geschätzt zu Listenpreisen. Modelle zählen Tokens unterschiedlich; die Kosten eines anderen Modells sind nur ein grober Anhaltspunkt.',
    asModel: 'Auch als Modell',
    asModelHint: 'Genauer Name eines Modells',
    models: 'Wenn alles an ein Modell gegangen wäre',
    model: 'Modell',
    used: 'benutzt',
    actual: 'Wie es war, zu Listenpreisen',
    cache: 'Wenn der Cache anders genutzt worden wäre',
    withoutCache: 'Ohne Cache',
    all5m: 'Alle Schreibvorgänge für 5 Minuten',
    all1h: 'Alle Schreibvorgänge für eine Stunde',
    partly: (percent: number): string => `Nur ${format.percent(percent)} der Tokens haben einen bekannten Preis.`,
    plans: 'Tarife',
    plansNote: (days: number): string =>
      `Ein Monat von 30 Tagen im Tempo dieses Zeitraums (${format.integer(days)} ${format.plural(days, dayWords)}), zu Listenpreisen, verglichen mit dem Preis jedes Tarifs.`,
    plan: 'Tarif',
    price: 'Pro Monat',
    worth: 'Gleicher Verbrauch über die API',
    breakEven: 'Lohnt sich ab',
    factor: (factor: string): string => `${factor}×`,
    yours: { provider: 'deiner, laut Anbieter', setting: 'deiner, laut Einstellungen' },
    unknownPlan: 'Welchen Tarif du hast, ist nicht bekannt: Weder ein Anbieter noch die Einstellungen nennen ihn.',
    noPlans: 'Für diese Agenten sind keine Tarife bekannt.',
    bringsIn: (percent: number, isPartial: boolean): string =>
      `Verbrauch im Wert von ${format.percent(percent, isPartial)} seines Preises`,
  };
}

/** The use of the cache. */
function createCoachMessages() {
  return {
    estimated:
      'Geschätzt: Ein Neuaufbau ist ein großer Schreibvorgang nach einer Pause, die länger ist, als der Cache hält.',
    none: 'In diesem Zeitraum wurde kein Cache genutzt.',
    model: 'Modell',
    write5m: 'Schreiben, 5 min',
    write1h: 'Schreiben, 1 h',
    read: 'Lesen',
    saved: 'Gespart',
    rebuilds: 'Neuaufbauten',
    lost: 'Verloren',
    label: 'Nutzung des Caches',
    cut: (since: string): string => `Nur die letzten 90 Tage des Zeitraums werden betrachtet, ab ${since}.`,
    advice: {
      longer: (model: string, money: string): string =>
        `${model}: Ein Cache von einer Stunde hätte nach kurzen Pausen etwa ${money} gespart, nach Abzug seiner teureren Schreibvorgänge.`,
      shorter: (model: string, money: string): string =>
        `${model}: Mit Schreiben für 5 Minuten hätte es etwa ${money} weniger gekostet; Neuaufbauten sind nicht mitgezählt.`,
      fine: 'Nichts zu ändern: Keine andere Lebensdauer wäre deutlich günstiger gewesen.',
    },
  };
}

/** Two ranges, what if, and the use of the cache. */
export function createCompareMessages(format: Formats) {
  return {
    tabs: { ranges: 'Zwei Zeiträume', whatIf: 'Was wäre, wenn', cache: 'Cache-Berater', accounts: 'Abgleich' },
    tabsLabel: 'Was verglichen wird',
    by: 'Nach',
    left: 'Erster Zeitraum',
    right: 'Zweiter Zeitraum',
    noRangeBefore: 'Vor dem gesamten Zeitraum liegt nichts: Verglichen werden die letzten 30 Tage.',
    from: 'Von',
    to: 'Bis',
    name: 'Name',
    change: 'Änderung',
    tokens: 'Tokens',
    cost: 'Kosten im API-Gegenwert',
    total: 'Summe',
    isNew: 'neu',
    isGone: 'weg',
    title: (left: string, right: string): string => `${left}, verglichen mit ${right}`,
    none: 'In keinem der beiden Zeiträume gab es Verbrauch.',
    label: 'Vergleichstabelle',
    whatIf: createWhatIfMessages(format),
    coach: createCoachMessages(),
  };
}
