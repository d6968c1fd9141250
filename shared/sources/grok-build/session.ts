import { parseJsonRecord, toRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../lib/names.ts';
import { lastSegment } from '../lib/paths.ts';
import type { SideTexts } from '../streams.ts';
import { sessionFolderOf } from './paths.ts';

/** What a session's path and description say about all its turns. */
export interface GrokBuildSession {
  readonly sessionId: string;
  readonly project: string | null;
  readonly branch: string | null;
  /** The session's own model, for turns that do not name one. */
  readonly model: string | null;
}

/** The session of a log. Its description is rewritten as it grows, but these do not change. */
export function findSession(path: string, [summary = null]: SideTexts): GrokBuildSession {
  const parsed = summary === null ? null : parseJsonRecord(summary);
  const record = parsed?.ok === true ? parsed.value : {};
  const info = toRecord(record['info']);
  return {
    sessionId: toId(info?.['id']) ?? lastSegment(sessionFolderOf(path)),
    project: toName(info?.['cwd']),
    branch: toName(record['head_branch']),
    model: toId(record['current_model_id']),
  };
}
