import type { FieldTree } from '../streams.ts';

const status = {
  token_usage: { input_other: true, output: true, input_cache_read: true, input_cache_creation: true },
  message_id: true,
} as const satisfies FieldTree;

/** Subagents' events are wrapped in those of the agent above; there are no more than a few levels. */
const innermost = { type: true, payload: status } as const satisfies FieldTree;
const inner = { type: true, payload: { ...status, event: innermost } } as const satisfies FieldTree;

/** The fields of both stores' records that the reader uses: no conversation content. */
export const kimiCliFields = {
  timestamp: true,
  message: { type: true, payload: { ...status, event: inner } },
  type: true,
  time: true,
  created_at: true,
  model: true,
  usage: { inputOther: true, output: true, inputCacheRead: true, inputCacheCreation: true },
} as const satisfies FieldTree;

/** A line without any of these describes no call to a model, nor does it say when the file was begun. */
export const kimiCliNeedles: readonly string[] = ['"StatusUpdate"', '"CompactionEnd"', '"usage.record"', '"metadata"'];
