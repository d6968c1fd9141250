import { isPresent, type DoctorReport, type SourceDiagnosis } from '../../../../shared/domain/doctor-report.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { messages } from '../../../messages.ts';

const { common, diagnosis: words, failures } = messages;

/** What was read from a source, one line per fact. */
export interface DiagnosisView {
  readonly source: string;
  readonly label: string;
  readonly lines: readonly string[];
  /** The logs that could not be read: their paths have names of people and projects in them. */
  readonly unreadable: readonly string[];
}

/** Describes the diagnosis; facts that are zero are left out, and so are agents that were not found. */
export function toDiagnosisViews(doctor: DoctorReport): readonly DiagnosisView[] {
  return doctor.sources.filter(isPresent).map((source) => ({
    source: source.source,
    label: source.label,
    lines: toLines(source),
    unreadable: source.unreadable.map(({ path, reason }) => words.unreadable(cleanText(path), failures.read(reason))),
  }));
}

/** Names the agents that were not found; null when all were. */
export function toAbsentText(doctor: DoctorReport): string | null {
  const absent = doctor.sources.filter((source) => !isPresent(source));
  return absent.length === 0 ? null : words.absent(absent.map(({ label }) => label));
}

function toLines(source: SourceDiagnosis): readonly string[] {
  const { coverage } = source;
  const gap = coverage.kind === 'exact' ? [] : [words.gaps[coverage.kind](words.ofSource(coverage.gap))];
  if (source.files === 0 && source.events === 0) return [words.noLogs, ...gap];
  const skips = toTally(source.skips, { ...failures.skip, ...toOwnWords(source.words.skipReasons) });
  const unlogged = toTally(source.unloggedCalls, toOwnWords(source.words.unloggedCalls));
  return [
    ...gap,
    words.files(source.files, source.bytes, source.lines),
    words.responses(source.events, source.eventRows, source.mergedRows),
    ...(source.replayedEvents > 0 ? [words.replays(source.replayedEvents)] : []),
    ...(source.unfinishedEvents > 0 ? [words.unfinished(source.unfinishedEvents)] : []),
    ...(source.goneFiles > 0 ? [words.gone(source.goneFiles)] : []),
    ...(skips === '' ? [] : [words.skipped(skips)]),
    ...(unlogged === '' ? [] : [words.unlogged(unlogged)]),
    ...(source.unpricedModels.length > 0 ? [words.unpriced(common.someOf(source.unpricedModels))] : []),
  ];
}

/** A source's words by code, in the language of the page. */
function toOwnWords(own: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(own).map(([code, english]) => [code, words.ofSource(english)]));
}

/** How many of each kind, e.g. `31 session titles; 2 not JSON`; empty when there are none. */
function toTally(counts: Readonly<Record<string, number>>, names: Readonly<Record<string, string>>): string {
  const given = Object.entries(counts).filter(([, count]) => count > 0);
  return words.tallies(given.map(([code, count]) => words.tally(count, names[code] ?? cleanText(code))));
}
