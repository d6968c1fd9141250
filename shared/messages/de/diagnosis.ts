import type { Formats } from '../format/formats.ts';
import { createSaySource } from '../source-words.ts';
import { fileWords, responseWords } from './count-words.ts';
import { sourceWords } from './source-words.ts';

/** What was read of an agent's logs, a line for each fact. */
export function createDiagnosisMessages(format: Formats) {
  const count = (number: number, one: string, other: string): string =>
    `${format.integer(number)} ${format.plural(number, { one, other })}`;
  return {
    noLogs: 'Keine Logs gefunden.',
    gaps: {
      partial: (gap: string): string => `Teilweise gezählt: ${gap}.`,
      none: (gap: string): string => `Nicht gezählt: ${gap}.`,
    },
    ofSource: createSaySource(sourceWords),
    absent: (labels: readonly string[]): string => `Nicht gefunden: ${format.list(labels)}.`,
    files: (files: number, bytes: number, lines: number): string =>
      `${format.integer(files)} ${format.plural(files, fileWords)}, ${format.bytes(bytes)}, ${count(lines, 'Zeile', 'Zeilen')}.`,
    responses: (events: number, rows: number, merged: number): string =>
      `${count(events, 'Antwort', 'Antworten')} aus ${count(rows, 'Zeile', 'Zeilen')}; ${count(merged, 'Zeile', 'Zeilen')} zusammengeführt.`,
    replays: (events: number): string =>
      `${count(events, 'Duplikat einer anderen Antwort, nicht zweimal gezählt', 'Duplikate anderer Antworten, nicht zweimal gezählt')}.`,
    unfinished: (events: number): string =>
      `${format.integer(events)} ${format.plural(events, responseWords)}, deren Ende nicht im Log steht; die Ausgabe kann höher sein.`,
    gone: (files: number): string =>
      `${count(files, 'Datei gibt', 'Dateien gibt')} es nicht mehr; was ${format.plural(files, { one: 'daraus', other: 'aus ihnen' })} gelesen wurde, zählt weiter.`,
    tally: (number: number, name: string): string => `${format.integer(number)} ${name}`,
    tallies: (tallies: readonly string[]): string => tallies.join('; '),
    skipped: (tally: string): string => `Übersprungen: ${tally}.`,
    unlogged: (tally: string): string => `Aufrufe, deren Verbrauch der Agent nicht aufzeichnet: ${tally}.`,
    unpriced: (models: string): string => `Für ${models} ist kein Preis bekannt.`,
    unreadable: (path: string, reason: string): string => `Nicht lesbar: ${path} (${reason}).`,
  };
}
