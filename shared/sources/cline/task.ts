import type { LogRecord } from '../../domain/log-record.ts';
import { parseJsonRecord, toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../lib/names.ts';
import { toDisjointUsage } from '../lib/editor-tasks/request.ts';
import { besideMessages, toTaskId } from '../lib/editor-tasks/paths.ts';
import { parseTask } from '../lib/editor-tasks/task.ts';
import type { LogDocument } from '../streams.ts';

/** Files beside a task's messages: which models it used when, and the list of all tasks with their working folders. */
export function taskSideFiles(path: string): readonly string[] {
  const separator = path.includes('\\') ? '\\' : '/';
  const storage = path.replace(/(?:[\\/][^\\/]*){3}$/, '');
  return [besideMessages(path, 'task_metadata.json'), [storage, 'state', 'taskHistory.json'].join(separator)];
}

/** What a task in a build before 4 yields. */
export function readTask({
  path,
  value,
  sideTexts: [metadata = null, history = null],
}: LogDocument): readonly LogRecord[] {
  const id = toTaskId(path);
  const changes = listModelChanges(metadata);
  return parseTask(value, {
    source: 'cline',
    id,
    project: findProject(history, id),
    modelAt: (atMs) => changes.findLast((change) => change.atMs <= atMs) ?? changes[0] ?? null,
    toUsage: toDisjointUsage,
  });
}

interface ModelChange {
  readonly atMs: number;
  readonly model: string;
  readonly provider: string | null;
}

/** `model_usage` of a task's metadata: an entry before the first request and whenever the model has changed. */
function listModelChanges(metadata: string | null): readonly ModelChange[] {
  const parsed = metadata === null ? null : parseJsonRecord(metadata);
  return toRecords(parsed?.ok ? parsed.value['model_usage'] : null)
    .flatMap((entry) => {
      const [atMs, model] = [entry['ts'], toId(entry['model_id'])];
      if (typeof atMs !== 'number' || model === null) return [];
      return [{ atMs, model, provider: toId(entry['model_provider_id']) }];
    })
    .sort((left, right) => left.atMs - right.atMs);
}

function findProject(history: string | null, id: string): string | null {
  try {
    const entry = toRecords(history === null ? null : JSON.parse(history)).find((one) => one['id'] === id);
    return toName(entry?.['cwdOnTaskInitialization']);
  } catch {
    return null;
  }
}

function toRecords(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.map(toRecord).filter((one) => one !== null) : [];
}
