import type { EventKey, SourceId } from '../../../domain/ids.ts';
import { minuteMs } from '../../../domain/instant.ts';
import type { TokenUsage } from '../../../domain/token-usage.ts';

/** What identifies a copy of an answer: a fork copies everything but the ids. */
export interface AnswerTraits {
  readonly source: SourceId;
  readonly atMs: number;
  readonly completedAtMs: number | null;
  readonly provider: string;
  readonly model: string;
  readonly usage: TokenUsage;
}

/** The name that an answer shares with its copies in forked sessions: equal to the millisecond and to the token. */
export function toCopyName({ source, atMs, completedAtMs, provider, model, usage }: AnswerTraits): EventKey {
  const tokens = [
    usage.inputTokens,
    usage.cacheReadTokens,
    usage.cacheCreation5mTokens,
    usage.outputTokens,
    usage.reasoningTokens,
  ];
  return `${source}:@${atMs}-${completedAtMs ?? ''}:${provider}/${model}:${tokens.join('.')}`;
}

/** An id carries the low 36 bits of its creation time in milliseconds, in its first nine hexadecimal digits. */
const idTime = /^msg_([0-9a-f]{9})[0-9a-f]{3}/;
const idSpanMs = 2 ** 36;

/** Whether a message's id was created long after the message: it is a copy, made by forking a session. */
export function isCopiedMessage(id: string, atMs: number): boolean {
  const digits = idTime.exec(id)?.[1];
  if (digits === undefined) return false;
  const lateMs = (((Number.parseInt(digits, 16) - atMs) % idSpanMs) + idSpanMs) % idSpanMs;
  return lateMs > minuteMs && lateMs < idSpanMs / 2;
}
