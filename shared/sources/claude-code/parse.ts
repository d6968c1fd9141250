import type { ProviderId } from '../../domain/ids.ts';
import { parseIsoInstant } from '../../domain/instant.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { defaultProfile, type ServiceTier } from '../../domain/profile-fields.ts';
import type { UsageEvent } from '../../domain/usage-event.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../lib/names.ts';
import { toLoggedCost } from '../lib/logged-cost.ts';
import { skip } from '../lib/skip.ts';
import { toWholeRecord } from '../lib/whole-record.ts';
import type { LogLine } from '../streams.ts';
import { toClaudeIdentity, toPartIdentity } from './identity.ts';
import { isEmptyUsage, parseClaudeUsage, type ClaudeUsage } from './record.ts';

/** What a transcript's path says about its rows. */
export interface TranscriptContext {
  /** File name without extension: the session, where rows do not name it. */
  readonly fileStem: string;
  /** The file is below `subagents/`. */
  readonly isSubagentFile: boolean;
  /** The subagent that the file is named after; null for other files. */
  readonly subagent: string | null;
  /** The account that the file's location names; null when it names none. */
  readonly account: string | null;
}

/**
 * Turns a row with usage into events: the response and, if an advisor was called, its calls; a skip when the row cannot
 * be counted; nothing when it is not a response. Rules and evidence: README.md.
 */
export function parseResponse(record: JsonRecord, line: LogLine, context: TranscriptContext): readonly LogRecord[] {
  if (record['type'] === 'progress') return isProgressCopy(record) ? [skip('progress-copy')] : [];
  // Other tools' test data omits the type; real logs never do.
  if (record['type'] !== 'assistant' && record['type'] !== undefined) return [];
  const message = toRecord(record['message']);
  if (message === null || message['usage'] === undefined || message['usage'] === null) return [];
  if (message['model'] === '<synthetic>') return [skip('synthetic')];
  const atMs = parseIsoInstant(record['timestamp']);
  if (atMs === null) return [skip('no-timestamp')];
  const model = toId(message['model']);
  if (model === null) return [skip('no-model')];
  const reading = parseClaudeUsage(message['usage']);
  if (reading === null) return [skip('bad-usage')];

  const response = toEvent({ record, message, line, context, atMs, model, reading });
  return [
    isEmptyUsage(reading) ? skip('empty-usage') : { kind: 'event', event: response },
    ...parseAdvisorCalls(toRecord(message['usage']), line, response),
  ];
}

interface ResponseParts {
  readonly record: JsonRecord;
  readonly message: JsonRecord;
  readonly line: LogLine;
  readonly context: TranscriptContext;
  readonly atMs: number;
  readonly model: string;
  readonly reading: ClaudeUsage;
}

function toEvent({ record, message, line, context, atMs, model, reading }: ResponseParts): UsageEvent {
  const usage = toRecord(message['usage']);
  const messageId = toId(message['id']);
  const sessionId = toId(record['sessionId']) ?? toId(record['session_id']) ?? context.fileStem;
  const identity = toClaudeIdentity({
    messageId,
    requestId: toId(record['requestId']),
    sessionId,
    atMs,
    line,
  });
  const isSidechain = record['isSidechain'] === true || context.isSubagentFile;
  return {
    ...identity,
    replay: messageId === null ? null : { kind: 'sidechain', group: messageId },
    profile: {
      ...defaultProfile,
      account: context.account,
      source: 'claude-code',
      provider: toProvider(model),
      model,
      sessionId,
      project: toName(record['cwd']),
      branch: toName(record['gitBranch']),
      isSidechain,
      subagent: isSidechain ? (toId(record['agentId']) ?? context.subagent) : null,
      isCopy: (record['forkedFrom'] ?? null) !== null || record['sessionKind'] === 'bg',
      entrypoint: toId(record['entrypoint']),
      agentVersion: toId(record['version']),
      speed: usage?.['speed'] === 'fast' ? 'fast' : 'standard',
      tier: toTier(usage?.['service_tier']),
      isRegional: usage?.['inference_geo'] === 'us',
    },
    atMs,
    usage: reading.usage,
    isFinal: toName(message['stop_reason']) !== null,
    webSearchRequests: reading.webSearchRequests,
    loggedCostMicroUsd: toLoggedCost(record['costUSD']),
  };
}

/** The response's own numbers exclude calls of an advisor model; they include other iterations. */
function parseAdvisorCalls(usage: JsonRecord | null, line: LogLine, response: UsageEvent): readonly LogRecord[] {
  const listed = usage?.['iterations'];
  if (!Array.isArray(listed) || !listed.some(isAdvisorCall)) return [];
  const message = toRecord(toWholeRecord(line)['message']);
  const iterations = toRecord(message?.['usage'])?.['iterations'];
  if (!Array.isArray(iterations)) return [];
  return iterations.flatMap((value: unknown, index): LogRecord[] => {
    const iteration = toRecord(value);
    if (iteration === null || !isAdvisorCall(iteration)) return [];
    const model = toId(iteration['model']);
    if (model === null) return [skip('no-model')];
    const reading = parseClaudeUsage(iteration);
    if (reading === null) return [skip('bad-usage')];
    if (isEmptyUsage(reading)) return [skip('empty-usage')];
    const part = `advisor:${index}`;
    const event: UsageEvent = {
      ...response,
      ...toPartIdentity(response, part),
      replay: response.replay === null ? null : { ...response.replay, group: `${response.replay.group}:${part}` },
      profile: { ...response.profile, provider: toProvider(model), model },
      usage: reading.usage,
      webSearchRequests: reading.webSearchRequests,
      loggedCostMicroUsd: null,
    };
    return [{ kind: 'event', event }];
  });
}

function isAdvisorCall(iteration: unknown): boolean {
  return toRecord(iteration)?.['type'] === 'advisor_message';
}

function isProgressCopy(record: JsonRecord): boolean {
  const message = toRecord(toRecord(toRecord(record['data'])?.['message'])?.['message']);
  return toRecord(message?.['usage']) !== null;
}

function toProvider(model: string): ProviderId {
  return /claude|anthropic/i.test(model) ? 'anthropic' : 'unknown';
}

function toTier(value: unknown): ServiceTier {
  return value === 'priority' || value === 'flex' || value === 'batch' ? value : 'standard';
}
