import { parseIsoInstant } from '../../../domain/instant.ts';
import type { ReaderState } from '../../../ports/cursor-store.ts';
import { toRecord, type JsonRecord } from '../../../lib/json-record.ts';
import { toId, toName } from '../names.ts';
import { fileStem, lastSegment } from '../paths.ts';

/** A model, and who serves it. */
export interface SessionModel {
  readonly provider: string;
  readonly model: string;
}

/** What a session's path and the lines read so far say about the next ones. */
export interface PiSession {
  readonly sessionId: string;
  /** The path names the session that a subagent worked for: the subagent's own session does not matter. */
  readonly isSubagent: boolean;
  /** The subagent, by its place in that session's folder; null for others. */
  readonly subagent: string | null;
  readonly project: string | null;
  /** When the session began, in UTC milliseconds: older entries are copies. Null when unknown. */
  readonly begunAtMs: number | null;
  /** The model in use; null when unknown. */
  readonly model: SessionModel | null;
}

/** `<time>_<id>`: the name of a session's file, and of the folder beside it in which its subagents write. */
const sessionName = /^\d{4}-\d{2}-\d{2}T[\d-]+Z_(.+)$/;

/** What a session's path says, before any of it is read. */
function startSession(path: string): PiSession {
  const folders = path.split(/[\\/]/).slice(0, -1);
  const place = folders.findIndex((folder) => sessionName.test(folder));
  const parent = sessionName.exec(folders[place] ?? '')?.[1];
  const stem = fileStem(path);
  // Where every subagent's file has the same name, its folders tell which one it is.
  const names = [...folders.slice(place + 1), ...(stem === 'session' ? [] : [stem])];
  return {
    sessionId: toId(parent ?? sessionName.exec(stem)?.[1] ?? stem) ?? lastSegment(path),
    isSubagent: parent !== undefined,
    subagent: parent === undefined ? null : toId(names.join('/')),
    project: null,
    begunAtMs: null,
    model: null,
  };
}

/** Applies an entry that says something about those after it. */
export function applyEntry(session: PiSession, entry: JsonRecord): PiSession {
  if (entry['type'] === 'session') return applyHead(session, entry);
  const model = toSessionModel(entry);
  return model === null ? session : { ...session, model };
}

function applyHead(session: PiSession, head: JsonRecord): PiSession {
  const id = session.isSubagent ? null : toId(head['id']);
  return {
    ...session,
    sessionId: id ?? session.sessionId,
    project: toName(head['cwd']) ?? session.project,
    begunAtMs: parseIsoInstant(head['timestamp']) ?? session.begunAtMs,
  };
}

/** The model that an entry selects, or that answered. */
function toSessionModel(entry: JsonRecord): SessionModel | null {
  if (entry['type'] === 'model_change') {
    return toModel(entry['provider'], entry['modelId']) ?? splitModel(entry['model']);
  }
  const message = entry['type'] === 'message' ? toRecord(entry['message']) : null;
  return message?.['role'] === 'assistant' ? toModel(message['provider'], toAnsweringModel(message)) : null;
}

/** The model that answered: the one requested may be a router. */
export function toAnsweringModel(record: JsonRecord): string | null {
  return toId(record['responseModel']) ?? toId(record['model']);
}

function toModel(provider: unknown, model: unknown): SessionModel | null {
  const id = toId(model);
  return id === null ? null : { provider: toProvider(provider), model: id };
}

/** Who serves a model; `unknown` when the entry does not say. */
export function toProvider(value: unknown): string {
  return toId(value)?.toLowerCase() ?? 'unknown';
}

/** `<provider>/<model>`, as one of the two dialects writes it. */
function splitModel(value: unknown): SessionModel | null {
  const name = toId(value) ?? '';
  const slash = name.indexOf('/');
  return slash < 0 ? null : toModel(name.slice(0, slash), name.slice(slash + 1));
}

/** The session as it is stored between two readings of a file. */
export function toSessionState({ sessionId, project, begunAtMs, model }: PiSession): ReaderState {
  return { sessionId, project, begunAtMs, model: model === null ? null : { ...model } };
}

/** The session that a file's path and the stored state describe. */
export function restoreSession(path: string, state: ReaderState): PiSession {
  const session = startSession(path);
  const stored = toRecord(state);
  if (stored === null) return session;
  const model = toRecord(stored['model']);
  const begunAtMs = stored['begunAtMs'];
  return {
    ...session,
    sessionId: toId(stored['sessionId']) ?? session.sessionId,
    project: toName(stored['project']),
    begunAtMs: typeof begunAtMs === 'number' ? begunAtMs : null,
    model: model === null ? null : toModel(model['provider'], model['model']),
  };
}
