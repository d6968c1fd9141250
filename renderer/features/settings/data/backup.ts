import type { DoctorReport, SourceDiagnosis } from '../../../../shared/domain/doctor-report.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import type { SettingName, Settings } from '../../../../shared/settings/schema.ts';
import { parseSettingsFile } from '../../../../shared/settings/settings-file.ts';
import { messages } from '../../../messages.ts';
import { pickDifferences } from '../form/differences.ts';
import { settingNames } from '../form/setting-names.ts';
import { isShorterRetention } from '../../../../shared/settings/shorter-retention.ts';

const { changes, monitoring } = messages.settings;
const maxShownValue = 120;

/** What a file would do to the settings, as sentences. */
export interface ImportPreview {
  readonly patch: NonNullable<ReturnType<typeof parseSettingsFile>>['patch'];
  readonly hasChanges: boolean;
  readonly heading: string;
  readonly lines: readonly string[];
  /** What cannot be used, and what cannot be undone. */
  readonly warnings: readonly string[];
}

/** Describes what the text of a file would change; null when it is not a settings file. */
export function toImportPreview(name: string, text: string, settings: Settings): ImportPreview | null {
  const file = parseSettingsFile(text, settings);
  if (file === null) return null;
  const words = changes.file;
  const names = Object.keys(file.patch) as SettingName[];
  const { detailRetention = defaultSettings.detailRetention } = file.patch;
  const isLossy = names.includes('detailRetention') && isShorterRetention(detailRetention, settings.detailRetention);
  return {
    patch: file.patch,
    hasChanges: names.length > 0,
    heading: (names.length === 0 ? words.noChange : words.wouldChange)(cleanText(name)),
    lines: names.map((setting) => {
      // A setting of many members would be cut before those that change.
      const { before, after } = pickDifferences({ before: settings[setting], after: file.patch[setting] });
      return words.becomes(settingNames[setting], toShort(before), toShort(after));
    }),
    warnings: [
      ...file.complaints.map((complaint) =>
        cleanText(words.describeComplaint(complaint, settingNames[complaint.setting as SettingName])),
      ),
      ...(file.unknown.length === 0 ? [] : [words.unknown(file.unknown.map((unknown) => cleanText(unknown)))]),
      ...(isLossy && detailRetention !== 'forever' ? [monitoring.shorterRetention(detailRetention)] : []),
    ],
  };
}

/** A value as it is in the file; long ones are cut off with a mark that cannot be mistaken for their text. */
function toShort(value: unknown): string {
  const text = cleanText(typeof value === 'string' ? value : JSON.stringify(value));
  return text.length <= maxShownValue ? text : `${text.slice(0, maxShownValue)}…`;
}

/**
 * What was read, for a bug report: numbers and our own codes, nothing that names a person, a project, a folder, a model
 * or an account. Fields are listed here one by one, so a new field of the report stays out until it is added.
 */
export function toDiagnosisText(doctor: DoctorReport, program: string): string {
  const report = {
    program: program.replace(/[^\w./ ();:-]/g, '').slice(0, 300),
    atMs: doctor.generatedAtMs,
    pricesDatedOn: doctor.pricesDatedOn,
    problems: doctor.problems.map(({ id, severity }) => `${severity} ${id}`),
    sources: doctor.sources.map(toSource),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function toSource(source: SourceDiagnosis): object {
  return {
    source: source.source,
    coverage: source.coverage.kind,
    roots: source.roots.map(({ origin, state, files, bytes }) => `${toCode(origin)} ${state} ${files}/${bytes}`),
    files: source.files,
    bytes: source.bytes,
    goneFiles: source.goneFiles,
    lines: source.lines,
    eventRows: source.eventRows,
    events: source.events,
    lastEventAtMs: source.lastEventAtMs,
    mergedRows: source.mergedRows,
    replayedEvents: source.replayedEvents,
    unfinishedEvents: source.unfinishedEvents,
    skips: toCodes(source.skips),
    unloggedCalls: toCodes(source.unloggedCalls),
    unpricedModels: source.unpricedModels.length,
    unreadable: source.unreadable.map(({ reason }) => (typeof reason === 'string' ? reason : 'other')),
  };
}

function toCodes(counts: Readonly<Record<string, number>>): object {
  const sums = new Map<string, number>();
  for (const [code, count] of Object.entries(counts)) {
    if (count > 0) sums.set(toCode(code), (sums.get(toCode(code)) ?? 0) + count);
  }
  return Object.fromEntries(sums);
}

/** Codes and names of variables are ours, but some logs name their own kinds of lines. */
function toCode(text: string): string {
  return /^[A-Za-z][\w-]{0,40}$/.test(text) ? text : 'other';
}
