import { md5 } from '../../lib/md5.ts';
import { parseJsonRecord, toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import type { SideTexts } from '../streams.ts';
import { parseLogPath } from './paths.ts';

/**
 * The work folder of a session, from its side files (see `sideFilesOf`); null when they do not name it. The newer
 * generation writes it into the session's state; of the older one, the folder's name is the MD5 of its path.
 */
export function findProject(path: string, [list = null, state = null]: SideTexts): string | null {
  const named = toName(parseText(state)['workDir']);
  if (named !== null) return named;
  const folders = parseText(list)['work_dirs'];
  const sum = /(?:^|_)([0-9a-f]{32})$/.exec(parseLogPath(path)?.workFolder ?? '')?.[1];
  if (sum === undefined || !Array.isArray(folders)) return null;
  const paths = folders.map((folder) => toName(toRecord(folder)?.['path']));
  return paths.find((folder) => folder !== null && md5(folder) === sum) ?? null;
}

function parseText(text: string | null): JsonRecord {
  const parsed = text === null ? null : parseJsonRecord(text);
  return parsed?.ok === true ? parsed.value : {};
}
