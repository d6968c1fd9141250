import { stat } from 'node:fs/promises';
import type { Stream } from '../../../../shared/sources/streams.ts';
import { statDatabase } from './database-files.ts';
import { toFileFacts, type FileFacts } from './file-identity.ts';

/** The metadata of a log, by the kind of its stream. Rejects as `stat` does. */
export async function statLog(path: string, stream: Pick<Stream, 'kind'> | undefined): Promise<FileFacts> {
  return stream?.kind === 'database' ? statDatabase(path) : toFileFacts(await stat(path));
}
