import type { Formats } from '../format/formats.ts';
import { fileWords } from './count-words.ts';

/** Reading the logs: progress, the folders, and what to do where there are none. */
export function createLogMessages(format: Formats) {
  return {
    scan: {
      starting: 'Startet',
      searching: 'Logs werden gesucht',
      scanning: (percent: number): string => `Logs werden gelesen, ${format.percent(percent)}`,
      live: 'Live',
      following: 'Live, gelesen von einem anderen Fuelgauge',
      paused: 'Angehalten',
      failed: 'Liest nicht',
      title: 'Deine Logs werden gelesen',
      progress: 'Logs werden gelesen',
      percent: (percent: number): string => format.percent(percent),
      filesAndBytes: (filesDone: number, filesTotal: number, bytesDone: number, bytesTotal: number): string =>
        `${format.integer(filesDone)} von ${format.integer(filesTotal)} ${format.plural(filesTotal, fileWords)}, ${format.bytes(bytesDone)} von ${format.bytes(bytesTotal)}`,
      note: 'Die Zahlen wachsen, während die Logs gelesen werden. Nichts verlässt diesen Computer.',
    },
    sources: {
      title: 'Wo Fuelgauge nach Logs sucht',
      missing: 'nicht vorhanden',
      unreadable: 'nicht lesbar; prüfe die Rechte',
      asleep: 'wird wieder gelesen, wenn sein System läuft',
      empty: 'keine Logs darin',
      files: (files: number, bytes: number): string =>
        `${format.integer(files)} ${format.plural(files, fileWords)}, ${format.bytes(bytes)}`,
      noFolder: 'auf diesem System nicht verfügbar',
      absent: (labels: readonly string[]): string => `Nicht gefunden: ${format.list(labels)}`,
    },
    none: {
      title: 'Noch kein Verbrauch gefunden',
      text: 'Benutze einen dieser Agenten, und seine Zahlen erscheinen hier von selbst. Liegen seine Logs woanders, füge den Ordner hinzu.',
      addFolder: 'Ordner hinzufügen …',
      rescan: 'Erneut suchen',
    },
  };
}
