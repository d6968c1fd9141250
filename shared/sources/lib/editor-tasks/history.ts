import type { LogRecord } from '../../../domain/log-record.ts';
import { parseJsonRecord, toRecord } from '../../../lib/json-record.ts';
import { toName } from '../names.ts';
import type { LogDocument } from '../../streams.ts';
import { besideMessages, toTaskId } from './paths.ts';
import { findDetails, findModel, toInclusiveUsage } from './request.ts';
import { parseTask } from './task.ts';

/** Files beside a task's messages: the conversation as the model gets it, and what a list of tasks shows. */
export function historySideFiles(path: string): readonly string[] {
  return ['api_conversation_history.json', 'history_item.json'].map((name) => besideMessages(path, name));
}

/**
 * Builds the reader of tasks whose `tokensIn` is all input, and whose model is known from the conversation beside the
 * messages: the agent tells the model who it is.
 */
export function createTaskReader(source: string) {
  return ({ path, value, sideTexts: [conversation = null, item = null] }: LogDocument): readonly LogRecord[] => {
    const turns = listTurns(conversation);
    return parseTask(value, {
      source,
      id: toTaskId(path),
      project: findProject(item),
      // A request's message is written just before its turn in the conversation.
      modelAt: (atMs) => turns.find((turn) => turn.atMs >= atMs) ?? turns.at(-1) ?? null,
      toUsage: toInclusiveUsage,
    });
  };
}

interface Turn {
  readonly atMs: number;
  readonly model: string;
  readonly provider: null;
}

/** The turns of the conversation that name a model, in order; none when the file is missing or too large. */
function listTurns(conversation: string | null): readonly Turn[] {
  return parseList(conversation)
    .flatMap((each) => {
      const turn = toRecord(each);
      const model = turn?.['role'] === 'user' ? findModel(findLastDetails(turn['content'])) : null;
      return model === null || typeof turn?.['ts'] !== 'number' ? [] : [{ atMs: turn['ts'], model, provider: null }];
    })
    .sort((left, right) => left.atMs - right.atMs);
}

function findLastDetails(content: unknown): string {
  const parts = Array.isArray(content) ? content.map((part) => toRecord(part)?.['text']) : [content];
  return parts.map(findDetails).findLast((details) => details !== '') ?? '';
}

function findProject(item: string | null): string | null {
  const parsed = item === null ? null : parseJsonRecord(item);
  return parsed?.ok ? toName(parsed.value['workspace']) : null;
}

function parseList(text: string | null): readonly unknown[] {
  try {
    const value: unknown = text === null ? null : JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
