import type { Formats } from '../format/formats.ts';

/** What is shown once, when Fuelgauge starts for the first time. */
export function createFirstRunMessages(format: Formats) {
  const files = { one: 'Datei', other: 'Dateien' };
  const requests = { one: 'Anfrage', other: 'Anfragen' };
  const count = (value: number, words: { readonly one: string; readonly other: string }): string =>
    `${format.integer(value)} ${format.plural(value, words)}`;
  return {
    title: 'Was Fuelgauge gefunden hat',
    intro: 'Es liest die Logs, die deine Agenten auf diesem Computer führen. Nichts wird irgendwohin gesendet.',
    found: (fileCount: number, requestCount: number): string =>
      `${count(fileCount, files)}, ${count(requestCount, requests)}`,
    scanning: 'Liest noch.',
    nothing: 'Noch hat kein Agent hier Logs hinterlassen. Sie erscheinen, sobald einer es tut.',
    others: (total: number): string =>
      total === 1
        ? 'Ein weiterer Agent hat auf diesem Computer keine Logs hinterlassen.'
        : `${format.integer(total)} weitere Agenten haben auf diesem Computer keine Logs hinterlassen.`,
    plan: 'Welches Abonnement hast du?',
    planHint: 'Nur für eine Schätzung der 5-Stunden-Blöcke. Du kannst es später in den Einstellungen wählen.',
    noPlan: 'Keines oder nicht in der Liste',
    statusline: (agent: string): string => `Unter der Eingabe von ${agent} zeigen, was übrig ist`,
    statuslineShow: 'Änderung zeigen …',
    statuslineChange: (file: string): string => `Das ändert ${file}:`,
    statuslineApply: 'Datei ändern',
    statuslineDone: 'Erscheint mit der nächsten Eingabe.',
    imports: (tool: string): string => `Verlauf aus ${tool} importieren`,
    importLook: 'Vorschau …',
    importHolds: (requestCount: number, firstDay: string, lastDay: string): string =>
      `${count(requestCount, requests)} vom ${firstDay} bis zum ${lastDay}. Nichts wird doppelt gezählt.`,
    importEmpty: 'Darin ist nichts, was nicht schon gezählt ist.',
    importNow: 'Importieren',
    importDone: 'Importiert.',
    importFailed: 'Das Format der Datei ist unbekannt. Nichts wurde importiert.',
    icon: {
      darwin:
        'Das Symbol ist in der Menüleiste. Ist sie voll, verbirgt macOS Symbole: Starte Fuelgauge noch einmal, um es zu sehen.',
      win32:
        'Windows verbirgt neue Symbole hinter dem ^ in der Taskleiste. Ziehe das Symbol neben die Uhr, damit es sichtbar bleibt.',
      linux: 'Das Symbol ist in der Leiste. GNOME zeigt es nur mit der Erweiterung AppIndicator.',
    },
    done: 'Verstanden',
    details: 'Details',
  };
}
