import { parseIsoInstant } from '../../domain/instant.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { emptyUsage, totalTokens } from '../../domain/token-usage.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../lib/names.ts';
import { toCount } from '../lib/token-count.ts';
import type { LogReader } from '../streams.ts';
import { parseMetrics, subtractMetrics, sumOutput, type Metrics, type ModelMetrics } from './metrics.ts';
import { toSessionName } from './paths.ts';
import { shareMetrics, type Share } from './share.ts';
import { packSession, unpackSession, type OpenMessage, type SessionState } from './state.ts';

/** Messages of a longer run get nothing of its sum. */
const maxMessages = 4_000;

/** Reads a session: messages, which state their output, and shutdowns, which state the sums. See README.md. */
export function createCopilotCliReader(path: string, state: ReaderState): LogReader {
  let session = unpackSession(toSessionName(path), state);
  return {
    read(line): readonly LogRecord[] {
      const parsed = line.record();
      if (!parsed.ok) return [{ kind: 'skip', reason: parsed.error }];
      const event = parsed.value;
      const data = toRecord(event['data']);
      if (data === null) return [];
      if (event['type'] === 'session.start' || event['type'] === 'session.resume') session = beginRun(session, data);
      if (event['type'] === 'session.model_change')
        session = { ...session, model: toId(data['newModel']) ?? session.model };
      const step =
        event['type'] === 'assistant.message'
          ? readMessage(session, event, data)
          : event['type'] === 'session.shutdown'
            ? readShutdown(session, event, data)
            : null;
      session = step?.session ?? session;
      return step?.records ?? [];
    },
    state: () => packSession(session),
  };
}

/** What a line yields, and what it changes. */
interface Step {
  readonly session: SessionState;
  readonly records: readonly LogRecord[];
}

/** Messages of a run that did not end with a shutdown stay as they are. */
function beginRun(session: SessionState, data: JsonRecord): SessionState {
  const context = toRecord(data['context']);
  return {
    ...session,
    sessionId: toId(data['sessionId']) ?? session.sessionId,
    project: toName(context?.['cwd']) ?? session.project,
    branch: toId(context?.['branch']) ?? session.branch,
    agentVersion: toId(data['copilotVersion']) ?? session.agentVersion,
    model: toId(data['selectedModel']) ?? session.model,
    earlier: session.messages.length,
  };
}

/** A message is a request of which only the output is known until the run ends. */
function readMessage(session: SessionState, event: JsonRecord, data: JsonRecord): Step {
  const fail = (reason: string): Step => ({ session, records: [{ kind: 'skip', reason }] });
  const output = toCount(data['outputTokens']);
  if (output === null) return fail('bad-usage');
  const atMs = parseIsoInstant(event['timestamp']);
  if (atMs === null) return fail('no-timestamp');
  const id = toId(data['messageId']) ?? toId(event['id']);
  if (id === null) return fail('no-id');
  const model = toId(data['model']) ?? session.model ?? 'unknown';
  const subagent = toId(data['parentToolCallId']);
  const message: OpenMessage = {
    key: `copilot-cli:${id}`,
    model,
    output,
    atMs,
    isSidechain: subagent !== null,
    subagent,
  };
  const isKept = session.messages.length < maxMessages;
  return {
    session: {
      ...session,
      messages: isKept ? [...session.messages, message] : session.messages,
      output: session.output + output,
    },
    records:
      output === 0
        ? []
        : [toEvent(session, message, { usage: { ...emptyUsage, outputTokens: output }, costMicroUsd: null }, false)],
  };
}

/** The sums of a run, divided among its messages. */
function readShutdown(session: SessionState, event: JsonRecord, data: JsonRecord): Step {
  const stated = parseMetrics(data['modelMetrics']);
  const closed = { ...session, messages: [], earlier: 0 };
  if (stated === null) return { session: closed, records: [{ kind: 'skip', reason: 'bad-usage' }] };
  const atMs = parseIsoInstant(event['timestamp']);
  const id = toId(event['id']);
  if (atMs === null || id === null)
    return { session: closed, records: [{ kind: 'skip', reason: atMs === null ? 'no-timestamp' : 'no-id' }] };
  const { metrics, messages } = selectRun(session, stated);
  const records = [...metrics].flatMap(([model, each]) => {
    const own = messages.filter((message) => message.model === model);
    const extra = Math.max(0, each.requests - own.length);
    const hasTokens = each.input + each.output + each.cacheRead + each.cacheWrite > 0;
    // Requests that wrote no message, such as those of condensing; at least one when there is a sum.
    const unseen = own.length + extra === 0 && hasTokens ? 1 : extra;
    return shareRun(session, each, own, toUnseen(unseen, `copilot-cli:${id}/${model}`, model, atMs));
  });
  return { session: { ...closed, metrics: stated }, records };
}

/**
 * What a shutdown's sums cover. In all measured builds they start at zero in each run; in a newer one they grow with the
 * session. The output of the messages shows which.
 */
function selectRun(
  session: SessionState,
  stated: Metrics,
): { readonly metrics: Metrics; readonly messages: readonly OpenMessage[] } {
  const ofRun = session.messages.slice(session.earlier);
  const output = sumOutput(stated);
  const isRun = output === ofRun.reduce((sum, message) => sum + message.output, 0);
  if (!isRun && session.metrics.size > 0 && output === session.output)
    return { metrics: subtractMetrics(stated, session.metrics), messages: session.messages };
  return { metrics: stated, messages: ofRun };
}

function toUnseen(count: number, name: string, model: string, atMs: number): readonly OpenMessage[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `${name}/${index}`,
    model,
    output: 0,
    atMs,
    isSidechain: false,
    subagent: null,
  }));
}

function shareRun(
  session: SessionState,
  metrics: ModelMetrics,
  own: readonly OpenMessage[],
  unseen: readonly OpenMessage[],
): readonly LogRecord[] {
  const requests = [...own, ...unseen];
  if (requests.length === 0) return [];
  const shares = shareMetrics(metrics, [...own.map(({ output }) => output), ...unseen.map(() => null)]);
  return requests.flatMap((request, index) => {
    const share = shares[index]!;
    return totalTokens(share.usage) === 0 ? [] : [toEvent(session, request, share, true)];
  });
}

function toEvent(session: SessionState, message: OpenMessage, share: Share, isFinal: boolean): LogRecord {
  return {
    kind: 'event',
    event: {
      key: message.key,
      aliases: [],
      replay: null,
      profile: {
        ...defaultProfile,
        source: 'copilot-cli',
        provider: 'github-copilot',
        model: message.model,
        sessionId: session.sessionId,
        project: session.project,
        branch: session.branch,
        isSidechain: message.isSidechain,
        subagent: message.subagent,
        agentVersion: session.agentVersion,
      },
      atMs: message.atMs,
      usage: share.usage,
      isFinal,
      webSearchRequests: 0,
      loggedCostMicroUsd: share.costMicroUsd,
    },
  };
}
