import { join } from 'node:path';
import { repositoryRoot } from '../lib/paths.ts';

/** Set (to anything) while coverage is recorded: pages are then built readable, with their source maps inside. */
export const coverageVariable = 'FUELGAUGE_COVERAGE';

const folder = join(repositoryRoot, 'test-results', 'coverage');

/** Everything that recording coverage writes, and the report made of it. */
export const coverageFolders = {
  all: folder,
  /** Where Node writes the counts of every process and worker thread (`NODE_V8_COVERAGE`). */
  processes: join(folder, 'raw', 'processes'),
  /** The counts of pages, one JSON file per page (`PageCoverageFile`). */
  pages: join(folder, 'raw', 'pages'),
  /** The scripts of those pages, named by the hash of their text. */
  pageScripts: join(folder, 'raw', 'page-scripts'),
  raw: join(folder, 'raw'),
  report: join(folder, 'report'),
} as const;

/** The folder for the counts of a Vitest project's own processes, in Istanbul's format. */
export function toProjectFolder(project: string): string {
  return join(folder, 'raw', 'vitest', project);
}

/** Whether this process runs while coverage is recorded. */
export function isRecordingCoverage(): boolean {
  return Boolean(process.env[coverageVariable]);
}
