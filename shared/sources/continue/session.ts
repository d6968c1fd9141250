import { parseEpochSeconds, secondMs } from '../../domain/instant.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { totalTokens } from '../../domain/token-usage.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../lib/names.ts';
import { lastSegment } from '../lib/paths.ts';
import { skip } from '../lib/skip.ts';
import type { FieldTree, LogDocument } from '../streams.ts';
import { parseUsage, usageFields, type AnswerUsage } from './usage.ts';

/** The fields of a session that are read: no conversation content. */
export const sessionFields = {
  sessionId: true,
  workspaceDirectory: true,
  history: [{ message: { role: true, usage: usageFields } }],
  usage: { promptTokens: true, completionTokens: true },
} as const satisfies FieldTree;

/** An answer with what was counted for it. */
interface Answer {
  readonly model: string | null;
  /** Null when a count is invalid. */
  readonly counts: AnswerUsage | null;
}

/** What a session yields. Rules and evidence: README.md. */
export function readSession({ path, value, sideTexts: [list = null] }: LogDocument): readonly LogRecord[] {
  const session = toRecord(value);
  const history = session?.['history'];
  if (session === null || !Array.isArray(history)) return [skip('not-a-record')];
  const id = toId(session['sessionId']) ?? lastSegment(path).replace(/\.json$/, '');
  const answers = history.flatMap(toAnswer);
  const copies = countCopies(answers, toRecord(session['usage']));
  const atMs = findStart(list, id);
  const project = toName(session['workspaceDirectory']);
  const names = createNames(id);
  return answers.map((answer, index) => {
    if (index < copies) return skip('copy');
    if (answer.counts === null) return skip('bad-usage');
    if (totalTokens(answer.counts.usage) === 0) return skip('empty-usage');
    if (answer.model === null) return skip('no-model');
    return atMs === null ? skip('no-timestamp') : toEvent(answer.model, answer.counts, atMs, { id, project, names });
  });
}

function toEvent(
  model: string,
  { usage }: AnswerUsage,
  atMs: number,
  { id, project, names }: { readonly id: string; readonly project: string | null; readonly names: Names },
): LogRecord {
  return {
    kind: 'event',
    event: {
      key: names.next(`${model}:${Object.values(usage).join('.')}`),
      aliases: [],
      replay: null,
      profile: { ...defaultProfile, source: 'continue', provider: 'unknown', model, sessionId: id, project },
      atMs,
      usage,
      isFinal: true,
      webSearchRequests: 0,
      loggedCostMicroUsd: null,
    },
  };
}

interface Names {
  next(numbers: string): string;
}

/** Answers have no ids. Their numbers, and how often these occurred before, survive when earlier ones are removed. */
function createNames(sessionId: string): Names {
  const seen = new Map<string, number>();
  return {
    next(numbers) {
      const count = (seen.get(numbers) ?? 0) + 1;
      seen.set(numbers, count);
      return `continue:${sessionId}/${numbers}#${count}`;
    },
  };
}

function toAnswer(item: unknown): readonly Answer[] {
  const message = toRecord(toRecord(item)?.['message']);
  const usage = toRecord(message?.['usage']);
  if (message?.['role'] !== 'assistant' || usage === null) return [];
  return [{ model: toId(usage['model']), counts: parseUsage(usage) }];
}

/**
 * How many of the first answers were copied from another session, by forking it: a fork's own sums begin at zero, so
 * that they cover only the answers after the copies.
 */
function countCopies(answers: readonly Answer[], sums: JsonRecord | null): number {
  const { promptTokens, completionTokens } = sums ?? {};
  if (typeof promptTokens !== 'number' || typeof completionTokens !== 'number') return 0;
  let [prompt, completion] = [0, 0];
  for (let index = answers.length - 1; index >= 0; index--) {
    prompt += answers[index]?.counts?.promptTokens ?? 0;
    completion += answers[index]?.counts?.completionTokens ?? 0;
    if (prompt > promptTokens || completion > completionTokens) return index + 1;
  }
  return 0;
}

/** When the session began, from the list of all sessions: an answer itself has no time. */
function findStart(list: string | null, id: string): number | null {
  let sessions: unknown;
  try {
    sessions = list === null ? null : JSON.parse(list);
  } catch {
    return null;
  }
  if (!Array.isArray(sessions)) return null;
  const session = toRecord(sessions.find((one) => toRecord(one)?.['sessionId'] === id));
  const created = session?.['dateCreated'];
  return typeof created === 'string' && /^\d+$/.test(created) ? parseEpochSeconds(Number(created) / secondMs) : null;
}
