import type { SettingComplaint } from '../../domain/problem.ts';
import type { Formats } from '../format/formats.ts';
import { describeStoredValue } from './calls.ts';

/** Finding, undoing, resetting, exporting and importing settings. */
export function createSettingsChanges(format: Formats) {
  return {
    search: 'Search settings',
    searchHint: '/',
    found: (count: number): string =>
      count === 0
        ? 'No setting matches these words. Try fewer or different ones.'
        : `${format.integer(count)} ${count === 1 ? 'setting' : 'settings'} found`,
    clear: 'Clear the search',
    changed: (name: string): string => `Changed “${name}”.`,
    wasReset: (section: string): string => `“${section}” is back at its default.`,
    imported: 'The settings were imported.',
    undo: 'Undo',
    undoOf: (name: string): string => `Undo: ${name}`,
    undone: (name: string): string => `Undone: ${name}`,
    dismiss: 'Dismiss',
    notUndone: (reason: string): string => `Not undone. ${reason}`,
    reset: 'Reset',
    resetOf: (section: string): string => `Reset ${section}`,
    /** Settings that are changed elsewhere, or in settings.json alone. */
    otherNames: {
      calendar: 'Days, weeks and the clock',
      activity: 'AI sites and apps',
      desktop: 'Tray text and keys',
      askAgents: 'Agents asked for their limits',
      popover: 'Arrangement of the popover',
      server: 'Server',
      otlpExport: 'Metrics sent with OpenTelemetry',
      proxy: 'Proxy polled for its usage',
      errorReports: 'Crash reports',
    },
    file: createSettingsFile(format),
  };
}

/** A file of settings, and what a report of a fault is made of. */
function createSettingsFile(format: Formats) {
  const describeComplaint = (complaint: SettingComplaint, name: string): string => {
    const where = complaint.place === null ? name : `${name} (${complaint.place})`;
    return `${describeStoredValue(where, complaint)}. It was left unchanged.`;
  };
  return {
    title: 'Backup and diagnosis',
    export: 'Export settings',
    exportHint:
      'A file with what differs from the defaults. Secrets, headers, webhooks, ntfy topics and programs are left out.',
    exportNow: 'Export…',
    import: 'Import settings',
    importHint: 'Shows what would change before anything does.',
    importNow: 'Choose a file…',
    notSettings: (file: string): string => `“${file}” is not a settings file that Fuelgauge exported.`,
    newer: (file: string): string => `“${file}” is from a newer version of Fuelgauge.`,
    noChange: (file: string): string => `“${file}” would change nothing.`,
    wouldChange: (file: string): string => `“${file}” would change:`,
    becomes: (name: string, before: string, after: string): string => `${name}: ${before} → ${after}`,
    unknown: (names: readonly string[]): string => `Not settings of this version: ${format.list(names)}.`,
    describeComplaint,
    apply: 'Use these settings',
    cancel: 'Cancel',
    diagnosis: 'Diagnosis for a bug report',
    diagnosisHint:
      'What was read, without names of projects, people and accounts. You see all of it before you copy it.',
    show: 'Show',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'The system did not allow copying. Select the text and copy it.',
  };
}
