import type { DifferenceClass } from '../../domain/reconciliation.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { responseWords } from './count-words.ts';

const meanings: Readonly<Record<DifferenceClass, string>> = {
  duplicate: 'mehrfach empfangen, einmal gezählt',
  'not-in-log': 'steht in keinem Log und zählt daher so, wie es empfangen wurde',
  'other-root':
    'kein hier gelesenes Log kennt die Sitzung: Ihr Log liegt in einem anderen Ordner oder auf einem anderen Gerät, oder es gibt keines; zählt wie empfangen',
  understated: 'ein Log enthält für diese Antworten weniger Tokens, daher zählen die größeren Werte',
  'only-in-log': 'im Log steht mehr, als ihm zugeordnet wurde',
  'not-joined': 'lässt sich keinem Eintrag im Log zuordnen und zählt daher nicht',
};

/** The accounts of logs, telemetry and proxies beside each other. */
export function createReconcile(format: Formats): Translation['reconcile'] {
  return {
    classes: {
      duplicate: 'Doppelt',
      'not-in-log': 'Nicht im Log',
      'other-root': 'Log anderswo',
      understated: 'Zu niedrig im Log',
      'only-in-log': 'Nur im Log',
      'not-joined': 'Ohne Zuordnung',
    },
    meaning: (name, kind) => `${name}: ${meanings[kind]}.`,
    label: 'Abgleich nach Tag und Modell',
    day: 'Tag',
    model: 'Modell',
    received: 'Empfangen',
    logged: 'Logs',
    difference: 'Unterschied',
    same: 'keiner',
    part: (name, responses, tokens) =>
      `${name} ${tokens} (${format.integer(responses)} ${format.plural(Math.abs(responses), responseWords)})`,
    price: (amount) => `Preis ${amount}`,
    summary: (explained, open) => `Abweichende Tokens: ${explained} erklärt, ${open} nicht.`,
    note: 'Tokens, gemessen. Als Preis steht hier, was ein Proxy über den Listenpreis hinaus berechnet hat; das ist geschätzt.',
    cut: (rows) => `Nur die neuesten ${format.integer(rows)} Zeilen werden gezeigt; ein Export enthält alle.`,
    none: 'In diesem Zeitraum gibt es nichts abzugleichen',
    noneText:
      'Logs werden mit Telemetrie und mit einem Proxy abgeglichen. „fuelgauge otel install“ zeigt, wie du Telemetrie einschaltest; einen Proxy trägst du in den Einstellungen ein. „fuelgauge reconcile --csv“ gleicht den Export eines Anbieters ab.',
    settings: 'Einstellungen',
  };
}
