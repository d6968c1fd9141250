import type { SettingComplaint } from '../../domain/problem.ts';
import type { Formats } from '../format/formats.ts';
import { describeStoredValue } from './calls.ts';

/** Finding, undoing, resetting, exporting and importing settings. */
export function createSettingsChanges(format: Formats) {
  return {
    search: 'Einstellungen suchen',
    searchHint: '/',
    found: (count: number): string =>
      count === 0
        ? 'Keine Einstellung passt zu diesen Wörtern. Versuche weniger oder andere.'
        : `${format.integer(count)} ${count === 1 ? 'Einstellung' : 'Einstellungen'} gefunden`,
    clear: 'Suche leeren',
    changed: (name: string): string => `„${name}“ geändert.`,
    wasReset: (section: string): string => `„${section}“ ist auf den Standard zurückgesetzt.`,
    imported: 'Die Einstellungen wurden importiert.',
    undo: 'Rückgängig',
    undoOf: (name: string): string => `Rückgängig: ${name}`,
    undone: (name: string): string => `Rückgängig gemacht: ${name}`,
    dismiss: 'Schließen',
    notUndone: (reason: string): string => `Nicht rückgängig gemacht. ${reason}`,
    reset: 'Zurücksetzen',
    resetOf: (section: string): string => `${section} zurücksetzen`,
    otherNames: {
      calendar: 'Tage, Wochen und Uhr',
      activity: 'KI-Websites und -Apps',
      desktop: 'Text am Symbol und Tasten',
      askAgents: 'Nach Limits gefragte Agenten',
      popover: 'Anordnung des Popovers',
      server: 'Server',
      otlpExport: 'Per OpenTelemetry gesendete Metriken',
      proxy: 'Proxy, der nach dem Verbrauch gefragt wird',
      errorReports: 'Absturzberichte',
    },
    file: createSettingsFile(format),
  };
}

/** A file of settings, and what a report of a fault is made of. */
function createSettingsFile(format: Formats) {
  const describeComplaint = (complaint: SettingComplaint, name: string): string => {
    const where = complaint.place === null ? name : `${name} (${complaint.place})`;
    return `${describeStoredValue(where, complaint)}. Es bleibt unverändert.`;
  };
  return {
    title: 'Sicherung und Diagnose',
    export: 'Einstellungen exportieren',
    exportHint:
      'Eine Datei mit allem, was vom Standard abweicht. Geheimnisse, Header, Webhooks, ntfy-Themen und Programme fehlen darin.',
    exportNow: 'Exportieren …',
    import: 'Einstellungen importieren',
    importHint: 'Zeigt erst, was sich ändern würde.',
    importNow: 'Datei wählen …',
    notSettings: (file: string): string => `„${file}“ ist keine von Fuelgauge exportierte Einstellungsdatei.`,
    newer: (file: string): string => `„${file}“ stammt aus einer neueren Version von Fuelgauge.`,
    noChange: (file: string): string => `„${file}“ würde nichts ändern.`,
    wouldChange: (file: string): string => `„${file}“ würde ändern:`,
    becomes: (name: string, before: string, after: string): string => `${name}: ${before} → ${after}`,
    unknown: (names: readonly string[]): string => `Keine Einstellungen dieser Version: ${format.list(names)}.`,
    describeComplaint,
    apply: 'Diese Einstellungen verwenden',
    cancel: 'Abbrechen',
    diagnosis: 'Diagnose für einen Fehlerbericht',
    diagnosisHint:
      'Was gelesen wurde, ohne Namen von Projekten, Personen und Konten. Du siehst alles, bevor du es kopierst.',
    show: 'Zeigen',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    notCopied: 'Das System hat das Kopieren nicht erlaubt. Markiere den Text und kopiere ihn.',
  };
}
