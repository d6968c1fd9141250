import type { AgentStatus } from '../domain/agent-status.ts';
import { minuteMs } from '../domain/instant.ts';
import type { SessionMemory } from './scene.ts';

/** What one drawing of a session's line remembers for the next. */
export interface SessionNote extends SessionMemory {
  /** When the last capture was written, and a fingerprint of what it said. */
  readonly capturedAtMs: number;
  readonly captured: string;
  readonly contextTokens: number | null;
  readonly apiDurationMs: number | null;
}

/** A capture is written at least this often while an agent draws lines. */
const captureEveryMs = minuteMs;
/** A context that falls below this share of what it was has been compacted, or cleared. */
const compactedShare = 0.5;
/** A smaller context may shrink for other reasons. */
const minCompactedTokens = 20_000;
const maxTokensPerSecond = 2_000;

/** Reads a note; null when the text is not one. */
export function parseSessionNote(text: string): SessionNote | null {
  try {
    const value = JSON.parse(text) as Partial<SessionNote> | null;
    const isNote = typeof value?.capturedAtMs === 'number' && typeof value.captured === 'string';
    if (!isNote) return null;
    const number = (each: unknown): number | null => (typeof each === 'number' && Number.isFinite(each) ? each : null);
    return {
      capturedAtMs: value.capturedAtMs,
      captured: value.captured,
      contextTokens: number(value.contextTokens),
      apiDurationMs: number(value.apiDurationMs),
      compactions: number(value.compactions) ?? 0,
      tokensPerSecond: number(value.tokensPerSecond),
      tasks: number(value.tasks),
    };
  } catch {
    return null;
  }
}

/** The note after a line. `captured` is a fingerprint of the capture; `needsCapture` says whether to write it. */
export function continueNote(
  note: SessionNote | null,
  status: AgentStatus,
  captured: string,
  nowMs: number,
): { readonly note: SessionNote; readonly needsCapture: boolean } {
  const contextTokens = status.context?.usedTokens ?? null;
  const last = note?.contextTokens ?? null;
  const isCompacted =
    last !== null && contextTokens !== null && last >= minCompactedTokens && contextTokens < last * compactedShare;
  // A clock that was set back must not silence the captures.
  const needsCapture = note?.captured !== captured || Math.abs(nowMs - note.capturedAtMs) >= captureEveryMs;
  return {
    needsCapture,
    note: {
      capturedAtMs: needsCapture ? nowMs : note.capturedAtMs,
      captured,
      contextTokens: contextTokens ?? last,
      apiDurationMs: status.apiDurationMs ?? note?.apiDurationMs ?? null,
      compactions: (note?.compactions ?? 0) + (isCompacted ? 1 : 0),
      tokensPerSecond: toSpeed(note, status),
      tasks: note?.tasks ?? null,
    },
  };
}

/** Output of the last response by the time that the agent has waited since the last line. */
function toSpeed(note: SessionNote | null, { apiDurationMs, lastOutputTokens }: AgentStatus): number | null {
  const before = note?.apiDurationMs ?? null;
  const known = note?.tokensPerSecond ?? null;
  if (before === null || apiDurationMs === null || lastOutputTokens === null) return known;
  const speed = (lastOutputTokens / (apiDurationMs - before)) * 1_000;
  return speed > 0 && speed <= maxTokensPerSecond ? speed : known;
}
