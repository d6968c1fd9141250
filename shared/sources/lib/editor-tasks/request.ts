import { parseEpochSeconds, secondMs } from '../../../domain/instant.ts';
import { emptyUsage, type TokenUsage } from '../../../domain/token-usage.ts';
import { isGiven, parseJsonRecord, toRecord, type JsonRecord } from '../../../lib/json-record.ts';
import { toId, toName } from '../names.ts';
import { toLoggedCost } from '../logged-cost.ts';
import { toCounts } from '../token-count.ts';
import type { DocumentFields } from '../../streams.ts';

/** The fields of a task's messages that are read. */
export const taskFields = [
  {
    ts: true,
    type: true,
    say: true,
    text: true,
    modelInfo: { providerId: true, modelId: true },
    contextCondense: { cost: true },
  },
] as const satisfies DocumentFields;

/**
 * The messages that state usage: one request, requests of rolled-back turns, requests of subagents. The message of a
 * conversation that was condensed states a cost alone.
 */
const kinds = {
  api_req_started: 'request',
  deleted_api_reqs: 'deleted',
  subagent_usage: 'subagents',
} as const;

/** What a message with usage says. */
export interface TaskRequest {
  readonly kind: (typeof kinds)[keyof typeof kinds] | 'condensed';
  /** UTC milliseconds; null when there is none. */
  readonly atMs: number | null;
  readonly provider: string | null;
  readonly model: string | null;
  /** The working folder that the request itself names; null when it names none. */
  readonly project: string | null;
  /** As logged; null when a count is invalid. */
  readonly tokens: TaskTokens | null;
  /** Null when none is stated: zero stands for a free model as well as for one without a known price. */
  readonly costMicroUsd: number | null;
}

/** The counts as logged: whether `tokensIn` includes the cache depends on the agent and on the provider. */
export type TaskTokens = Readonly<Record<(typeof tokenFields)[number], number>>;

const tokenFields = ['tokensIn', 'tokensOut', 'cacheWrites', 'cacheReads'] as const;

/**
 * What a message of a task says about usage: null when it says nothing (yet), `not-json` when its text is damaged. The
 * numbers are added to the message of a request when the response has ended.
 */
export function parseTaskRequest(message: JsonRecord): TaskRequest | 'not-json' | null {
  if (message['type'] !== 'say') return null;
  if (message['say'] === 'condense_context') return parseCondensed(message);
  const kind = findKind(message['say']);
  if (kind === null || typeof message['text'] !== 'string') return null;
  const info = parseInfo(message['text']);
  if (info === null) return 'not-json';
  if (!tokenFields.some((name) => isGiven(info[name])) && !isGiven(info['cost'])) return null;
  const modelInfo = toRecord(message['modelInfo']);
  const details = findDetails(info['request']);
  return {
    kind,
    atMs: toInstant(message['ts']),
    provider: toId(modelInfo?.['providerId']),
    model: toId(modelInfo?.['modelId']) ?? findModel(details),
    project: findProject(details),
    tokens: toCounts(info, tokenFields),
    costMicroUsd: toLoggedCost(info['cost']),
  };
}

/** Usage where the four counts are disjoint. The lifetime of cache writes is not recorded. */
export function toDisjointUsage({ tokensIn, tokensOut, cacheWrites, cacheReads }: TaskTokens): TokenUsage {
  return {
    ...emptyUsage,
    inputTokens: tokensIn,
    cacheCreation5mTokens: cacheWrites,
    cacheReadTokens: cacheReads,
    outputTokens: tokensOut,
  };
}

/**
 * Usage where `tokensIn` is all input, as current builds write it. Input smaller than what was cached cannot include
 * it: that is how older builds wrote it for some providers.
 */
export function toInclusiveUsage(tokens: TaskTokens): TokenUsage {
  const inputTokens = tokens.tokensIn - tokens.cacheWrites - tokens.cacheReads;
  return toDisjointUsage({ ...tokens, tokensIn: inputTokens < 0 ? tokens.tokensIn : inputTokens });
}

/** A record as text. In huge files the middle of the request, which comes first in it, is missing. */
function parseInfo(text: string): JsonRecord | null {
  const whole = parseJsonRecord(text);
  if (whole.ok) return whole.value;
  // Inside a text every quote is escaped: this is a field, not something that the request quotes.
  const numbers = /"(?:tokensIn|tokensOut|cost)":[^]*$/.exec(text)?.[0];
  const rest = numbers === undefined ? null : parseJsonRecord(`{${numbers}`);
  return rest?.ok ? rest.value : null;
}

/** Its message has no summary, and so no cost, until it has succeeded. */
function parseCondensed(message: JsonRecord): TaskRequest | null {
  const condensed = toRecord(message['contextCondense']);
  if (condensed === null) return null;
  return {
    kind: 'condensed',
    atMs: toInstant(message['ts']),
    provider: null,
    model: null,
    project: null,
    tokens: { tokensIn: 0, tokensOut: 0, cacheWrites: 0, cacheReads: 0 },
    costMicroUsd: toLoggedCost(condensed['cost']),
  };
}

function toInstant(value: unknown): number | null {
  return typeof value === 'number' ? parseEpochSeconds(value / secondMs) : null;
}

function findKind(say: unknown): TaskRequest['kind'] | null {
  return typeof say === 'string' && Object.hasOwn(kinds, say) ? kinds[say as keyof typeof kinds] : null;
}

/** What the agent appended to a request about its environment; empty when the log does not repeat it. */
export function findDetails(request: unknown): string {
  if (typeof request !== 'string') return '';
  const from = request.lastIndexOf('<environment_details>');
  return from === -1 ? '' : request.slice(from);
}

/** The model that the details name; null when they name none. */
export function findModel(details: string): string | null {
  return toName(/<model>([\w.:/@+-]{1,128})<\/model>/.exec(details)?.[1]);
}

function findProject(details: string): string | null {
  return toName(/^# Current (?:Working|Workspace) Directory \((.{1,1024}?)\)/m.exec(details)?.[1]);
}
