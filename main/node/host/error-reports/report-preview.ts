import packageFile from '../../../../package.json' with { type: 'json' };
import { toCrashReport, type CrashReport } from '../../../../shared/domain/crash-report.ts';
import type { ErrorReportPreview } from '../../../../shared/domain/error-report.ts';
import { parseDsn } from '../../../../shared/settings/error-report-settings.ts';
import { readCrashes } from './read-crashes.ts';
import { toEnvelope } from './to-envelope.ts';

/** Exactly the bytes that would be sent for the newest crash, or for a made-up one when there is none. */
export async function previewReport(
  dataFolder: string | null,
  dsn: string | null,
  nowMs: number,
): Promise<ErrorReportPreview> {
  const [newest] = dataFolder === null ? [] : await readCrashes(dataFolder);
  return {
    address: dsn === null ? null : (parseDsn(dsn)?.address ?? null),
    isExample: newest === undefined,
    payload: toEnvelope(newest ?? toExample(nowMs)),
  };
}

function toExample(nowMs: number): CrashReport {
  const system = `${process.platform} ${process.arch}`;
  const program = { version: packageFile.version, system, node: process.versions.node, electron: null };
  const error = new TypeError("cannot read properties of undefined (reading 'usage')");
  return toCrashReport(program, 'uncaught-exception', error, nowMs);
}
