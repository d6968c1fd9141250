import { parseJsonRecord, toRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import { lastSegment } from '../lib/paths.ts';
import type { SideTexts } from '../streams.ts';
import { parseChatPath } from './paths.ts';

/**
 * The working folder of a chat's project, from its side files (see `sideFilesOf`); null when they do not name it. Chats
 * from before 2026 are in a folder named with a hash of the working folder, which cannot be reversed.
 */
export function findProject(path: string, [marker = null, list = null]: SideTexts): string | null {
  const marked = toName(marker);
  if (marked !== null || list === null) return marked;
  const slug = lastSegment(parseChatPath(path).projectFolder ?? '');
  const parsed = parseJsonRecord(list);
  const projects = parsed.ok ? toRecord(parsed.value['projects']) : null;
  const found = Object.entries(projects ?? {}).find(([, name]) => name === slug);
  return toName(found?.[0]);
}
