import packageFile from '../../../../package.json' with { type: 'json' };
import type { CrashReport } from '../../../../shared/domain/crash-report.ts';
import { isPresent, type DoctorReport, type SourceDiagnosis } from '../../../../shared/domain/doctor-report.ts';
import { redactSettings } from '../../../../shared/settings/redact-settings.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import type { ZipEntry } from './to-zip.ts';

/** What a bundle is made of. */
export interface BundleParts {
  readonly doctor: DoctorReport;
  readonly settings: Settings;
  readonly crashes: readonly CrashReport[];
}

/**
 * The files of a bundle for a report: the program, what was read from each agent, settings and crashes, filtered by
 * lists of allowed members. No path, no name, no model, no log.
 */
export function toBundle({ doctor, settings, crashes }: BundleParts): readonly ZipEntry[] {
  const { generatedAtMs, pricesDatedOn, own, ownBudget, problems, sources } = doctor;
  const about = {
    schema: 'fuelgauge.bundle.v1',
    generatedAt: new Date(generatedAtMs).toISOString(),
    version: packageFile.version,
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    electron: process.versions.electron ?? null,
  };
  return [
    toEntry('about.json', about),
    toEntry('doctor.json', {
      ...{ pricesDatedOn, own, ownBudget },
      problems: problems.map(({ id, severity }) => ({ id, severity })),
      sources: sources.filter(isPresent).map(toDiagnosis),
    }),
    toEntry('settings.json', redactSettings(settings)),
    ...crashes.map((crash, index) => toEntry(`crashes/${index + 1}.json`, crash)),
  ];
}

function toDiagnosis(source: SourceDiagnosis) {
  const { files, bytes, goneFiles, lines, eventRows, events, mergedRows, replayedEvents, unfinishedEvents } = source;
  return {
    ...{ source: source.source, coverage: source.coverage.kind, files, bytes, goneFiles, lines },
    ...{ eventRows, events, mergedRows, replayedEvents, unfinishedEvents },
    ...{ skips: source.skips, unloggedCalls: source.unloggedCalls },
    unpricedModels: source.unpricedModels.length,
    roots: source.roots.map(({ origin, state, files: found, bytes: size }) => ({
      origin,
      state,
      files: found,
      bytes: size,
    })),
    unreadable: source.unreadable.map(({ reason }) => reason),
  };
}

function toEntry(name: string, value: unknown): ZipEntry {
  return { name, text: `${JSON.stringify(value, null, 2)}\n` };
}
