import { join, resolve } from 'node:path';
import type { LogRecord } from '../../shared/domain/log-record.ts';
import { findLogStream } from '../../main/node/ingest/discovery/log-file-name.ts';
import type { Source } from '../../shared/sources/source.ts';
import { readLogFile } from './count-events.ts';
import { listFiles } from './real-logs.ts';

/** Logs written for this repository: one home per case, `<source>/<case>/input`. The README there describes the format. */
export const logFixturesFolder = resolve(import.meta.dirname, '../fixtures/logs');

/** All records of one case, file by file in order of path. */
export function readFixture(source: Source, name: string): readonly LogRecord[] {
  return readFixtureFiles(source, name).flatMap(({ records }) => records);
}

/** The records of each log file of one case; paths are relative to the case's home. */
export function readFixtureFiles(
  source: Source,
  name: string,
): readonly { readonly relativePath: string; readonly path: string; readonly records: readonly LogRecord[] }[] {
  return listFiles(join(logFixturesFolder, source.id, name, 'input'))
    .filter(({ relativePath }) => findLogStream(source, relativePath) !== null)
    .map(({ path, relativePath }) => ({ path, relativePath, records: readLogFile(source, path) }));
}
