import type { DoctorReport, SourceDiagnosis } from '../../../shared/domain/doctor-report.ts';
import { formatBytes, formatInteger } from '../../../shared/format/numbers.ts';
import { messages } from '../../messages.ts';

/** What was read of a source, a line per fact. */
export interface DiagnosisView {
  readonly source: string;
  readonly label: string;
  readonly lines: readonly string[];
}

/** Puts the diagnosis into words; facts that are zero are left out. */
export function toDiagnosisViews(doctor: DoctorReport): readonly DiagnosisView[] {
  return doctor.sources.map((source) => ({ source: source.source, label: source.label, lines: toLines(source) }));
}

function toLines(source: SourceDiagnosis): readonly string[] {
  if (source.files === 0 && source.events === 0) return ['No logs found.'];
  const counts = (record: Readonly<Record<string, number>>): string =>
    Object.entries(record)
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => `${formatInteger(count)} ${reason}`)
      .join(', ');
  const skips = counts(source.skips);
  const unlogged = counts(source.unloggedCalls);
  const lines = [
    `${formatInteger(source.files)} files, ${formatBytes(source.bytes)}, ${formatInteger(source.lines)} lines.`,
    `${formatInteger(source.events)} responses from ${formatInteger(source.eventRows)} rows; ${formatInteger(source.mergedRows)} rows merged.`,
  ];
  if (source.replayedEvents > 0) {
    lines.push(`${formatInteger(source.replayedEvents)} replays of other responses, not counted twice.`);
  }
  if (source.unfinishedEvents > 0) {
    lines.push(`${formatInteger(source.unfinishedEvents)} responses without an end in the log: output may be more.`);
  }
  if (source.goneFiles > 0)
    lines.push(`${formatInteger(source.goneFiles)} files are gone; what they held stays counted.`);
  if (skips !== '') lines.push(`Skipped: ${skips}.`);
  if (unlogged !== '') lines.push(`Calls that the agent makes without logging their usage: ${unlogged}.`);
  if (source.unpricedModels.length > 0) lines.push(`No price known: ${source.unpricedModels.join(', ')}.`);
  for (const { path, reason } of source.unreadable)
    lines.push(`Not readable: ${path} (${messages.failures.read(reason)}).`);
  return lines;
}
