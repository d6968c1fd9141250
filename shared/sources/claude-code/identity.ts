import type { EventKey } from '../../domain/ids.ts';
import type { UsageEvent } from '../../domain/usage-event.ts';
import { hashText } from '../../lib/hash-text.ts';
import { isTelemetryName, toTelemetryName } from '../lib/telemetry-names.ts';
import { toId } from '../lib/names.ts';
import { toWholeRecord } from '../lib/whole-record.ts';
import type { LogLine } from '../streams.ts';

/** The names that identify a response, so that all its rows and copies are matched. */
export interface ClaudeIdentity {
  readonly key: EventKey;
  readonly aliases: readonly EventKey[];
}

/** As the provider makes them. What gateways put in their place may repeat. */
const providersRequestId = /^req_[\w-]{16,}$/;

/** The name of a request, under which the agent's telemetry reports it, too; null for an id that may repeat. */
export function toRequestName(requestId: string | null): EventKey | null {
  return requestId !== null && providersRequestId.test(requestId) ? toTelemetryName('claude-code', requestId) : null;
}

/** What a row says about the response it belongs to. */
export interface ClaudeIdentityParts {
  readonly messageId: string | null;
  readonly requestId: string | null;
  readonly sessionId: string;
  readonly atMs: number;
  readonly line: LogLine;
}

/**
 * With a request id, message and request identify the response permanently. Without one (gateways), a message id alone
 * is not enough, since some gateways reuse ids: copies of a row keep its timestamp, rows of one response its session,
 * so the row has a name of each kind. Without any id, the row is its own response.
 */
export function toClaudeIdentity(parts: ClaudeIdentityParts): ClaudeIdentity {
  const { messageId, requestId } = parts;
  if (messageId === null) {
    const uuid = toId(toWholeRecord(parts.line)['uuid']);
    const key = uuid === null ? `line:${hashText(parts.line.text())}` : `uuid:${uuid}`;
    return { key: `claude-code:${key}`, aliases: [] };
  }
  if (requestId !== null) {
    const name = toRequestName(requestId);
    return { key: `claude-code:${messageId}:${requestId}`, aliases: name === null ? [] : [name] };
  }
  return {
    key: `claude-code:${messageId}@${parts.atMs}`,
    aliases: [`claude-code:${messageId}#${parts.sessionId}`],
  };
}

/**
 * Whether message and request identify the response: its names then depend neither on a row's time nor on the rest of
 * its line.
 */
export function isNamedForEver({ replay, aliases }: Pick<UsageEvent, 'replay' | 'aliases'>): boolean {
  return replay !== null && aliases.every(isTelemetryName);
}

/** The identity of an additional call that was billed with a response, e.g. the advisor's. */
export function toPartIdentity(identity: ClaudeIdentity, part: string): ClaudeIdentity {
  return { key: `${identity.key}:${part}`, aliases: identity.aliases.map((alias) => `${alias}:${part}`) };
}
