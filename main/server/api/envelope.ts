import { createHash } from 'node:crypto';
import { secondMs } from '../../../shared/domain/instant.ts';
import type { Settings } from '../../../shared/settings/schema.ts';

/** What every answer says besides its facts. */
export interface AnswerNotes {
  readonly schemaName: string;
  readonly nowMs: number;
  /** After this time without another answer, what it says is out of date. */
  readonly staleAfterSeconds: number;
}

/** An answer, ready to be sent. */
export interface WrittenAnswer {
  readonly body: string;
  /** Stays the same as long as the facts do, whenever they were asked for. */
  readonly etag: string;
}

/** Facts are renewed at once, or at the latest when processes are sampled. */
export function toStaleAfterSeconds({ refreshCadence }: Pick<Settings, 'refreshCadence'>): number {
  return refreshCadence === 'auto' ? 120 : 2 * refreshCadence;
}

/** Writes an answer of the contract: its members, with schema and time in front. */
export function writeAnswer(answer: unknown, { schemaName, nowMs, staleAfterSeconds }: AnswerNotes): WrittenAnswer {
  const members = toMembers(answer);
  const facts = JSON.stringify({ ...members, generatedAtMs: undefined, schema: schemaName });
  const generatedAtMs = typeof members['generatedAtMs'] === 'number' ? members['generatedAtMs'] : nowMs;
  const generatedAt = new Date(Math.round(generatedAtMs)).toISOString();
  return {
    body: JSON.stringify({ schema: schemaName, generatedAt, staleAfterSeconds, ...members }),
    etag: `W/"${createHash('sha256').update(facts).digest('base64url').slice(0, 27)}"`,
  };
}

/** Whether a client holds this answer already, by its `If-None-Match`. https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const toOpaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || toOpaque(tag) === toOpaque(etag));
}

/** An answer that is no object stands under `value`; a call that answers nothing has no members. */
function toMembers(answer: unknown): Readonly<Record<string, unknown>> {
  if (answer === undefined) return {};
  const isObject = typeof answer === 'object' && answer !== null && !Array.isArray(answer);
  return isObject ? (answer as Readonly<Record<string, unknown>>) : { value: answer };
}

/** The time between heartbeats of a stream. */
export const heartbeatMs = 15 * secondMs;
