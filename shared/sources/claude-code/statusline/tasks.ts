import type { StatusTask } from '../../../domain/agent-status.ts';
import { toRecord, type JsonRecord } from '../../../lib/json-record.ts';
import { toName } from '../../lib/names.ts';
import { toAmount, toInstantMs } from './values.ts';

const maxTasks = 200;
const maxWord = 500;

/** The tasks of a `subagentStatusLine` payload; null when it is another. Tasks without an id cannot be answered. */
export function parseTasks(payload: JsonRecord): readonly StatusTask[] | null {
  const tasks = payload['tasks'];
  if (!Array.isArray(tasks)) return null;
  return tasks.slice(0, maxTasks).flatMap((value: unknown) => {
    const task = toRecord(value) ?? {};
    const id = toName(task['id'], maxWord);
    if (id === null) return [];
    return [
      {
        id,
        name: toName(task['name'], maxWord) ?? toName(task['type'], maxWord),
        status: toName(task['status'], maxWord),
        description: toName(task['description'], maxWord) ?? toName(task['label'], maxWord),
        model: toName(task['model'], maxWord),
        startedAtMs: toInstantMs(task['startTime']),
        tokens: toAmount(task['tokenCount']),
        contextSizeTokens: toAmount(task['contextWindowSize']),
      },
    ];
  });
}

/** One JSON object a line: what stands for each task. */
export function formatTasks(lines: readonly { readonly id: string; readonly content: string }[]): string {
  return lines.map(({ id, content }) => `${JSON.stringify({ id, content })}\n`).join('');
}
