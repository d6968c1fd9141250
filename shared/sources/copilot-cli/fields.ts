import type { FieldTree } from '../streams.ts';

/** The fields of a session's events that are read: no conversation content. */
export const copilotCliFields = {
  type: true,
  id: true,
  timestamp: true,
  data: {
    sessionId: true,
    copilotVersion: true,
    context: { cwd: true, branch: true },
    selectedModel: true,
    newModel: true,
    messageId: true,
    model: true,
    outputTokens: true,
    parentToolCallId: true,
    modelMetrics: true,
  },
} as const satisfies FieldTree;

/** Events without any of these say nothing about usage. */
export const copilotCliNeedles: readonly string[] = [
  '"session.start"',
  '"session.resume"',
  '"session.model_change"',
  '"assistant.message"',
  '"session.shutdown"',
];
