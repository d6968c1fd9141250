import { createHash } from 'node:crypto';
import { secondMs } from '../../../shared/domain/instant.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import { toRecord } from '../../../shared/lib/json-record.ts';

/** What every answer contains besides its facts. */
export interface AnswerNotes {
  readonly schemaName: string;
  readonly nowMs: number;
  /** After this time without another answer, what it says is out of date. */
  readonly staleAfterSeconds: number;
}

/** An answer, ready to be sent. */
export interface WrittenAnswer {
  /** UTF-8, written once for all who ask. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** Stays the same as long as the facts do, whenever they were asked for. */
  readonly etag: string;
}

/** Facts are renewed at once, or at the latest when processes are sampled. */
export function toStaleAfterSeconds({ refreshCadence }: Pick<Settings, 'refreshCadence'>): number {
  return refreshCadence === 'auto' ? 120 : 2 * refreshCadence;
}

/** Writes an answer of the contract: its members, with schema and time in front. */
export function writeAnswer(answer: unknown, { schemaName, nowMs, staleAfterSeconds }: AnswerNotes): WrittenAnswer {
  const { generatedAtMs: at, ...facts } = toMembers(answer);
  const text = JSON.stringify(facts);
  const generatedAt = new Date(Math.round(typeof at === 'number' ? at : nowMs)).toISOString();
  const notes = { schema: schemaName, generatedAt, staleAfterSeconds, ...(at !== undefined && { generatedAtMs: at }) };
  // The facts, which can be long, are written once: for the tag and for the body.
  const body = `${JSON.stringify(notes).slice(0, -1)}${text === '{}' ? '' : ','}${text.slice(1)}`;
  return {
    body: new Uint8Array(Buffer.from(body)),
    etag: `W/"${createHash('sha256').update(schemaName).update(text).digest('base64url').slice(0, 27)}"`,
  };
}

/**
 * Whether a client already has this answer, according to its `If-None-Match`.
 * https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match
 */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const toOpaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || toOpaque(tag) === toOpaque(etag));
}

/** An answer that is not an object becomes the member `value`; a call without an answer has no members. */
function toMembers(answer: unknown): Readonly<Record<string, unknown>> {
  if (answer === undefined) return {};
  return toRecord(answer) ?? { value: answer };
}

/** The time between heartbeats of a stream. */
export const heartbeatMs = 15 * secondMs;
