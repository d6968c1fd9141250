import type { FieldTree } from '../streams.ts';

const message = {
  id: true,
  type: true,
  timestamp: true,
  model: true,
  tokens: { input: true, output: true, cached: true, thoughts: true, tool: true },
} as const satisfies FieldTree;

/** The fields of a chat's lines that the reader uses: no conversation content. */
export const geminiCliFields = {
  ...message,
  sessionId: true,
  projectHash: true,
  kind: true,
  messages: [message],
  $set: { messages: [message] },
} as const satisfies FieldTree;

/** The fields of a chat in the older format. */
export const geminiCliDocumentFields = {
  sessionId: true,
  kind: true,
  messages: [message],
} as const satisfies FieldTree;

/** A line without any of these is neither the chat's head nor a response with its tokens. */
export const geminiCliNeedles: readonly string[] = ['"tokens"', '"projectHash"'];
