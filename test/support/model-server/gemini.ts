import { toEventsReply, toJsonReply, type ModelAnswer, type ModelReply } from './model-usage.ts';

/** An answer of Gemini's `generateContent`, as a whole or streamed in one piece. Its candidates exclude thoughts. */
export function toGeminiReply(answer: ModelAnswer, isStreamed: boolean): ModelReply {
  const { usage, toolCall } = answer;
  const part =
    toolCall === null ? { text: answer.text } : { functionCall: { name: toolCall.name, args: toolCall.input } };
  const response = {
    responseId: `gemini_${answer.id}`,
    candidates: [{ content: { role: 'model', parts: [part] }, finishReason: 'STOP', index: 0 }],
    usageMetadata: {
      promptTokenCount: usage.input,
      cachedContentTokenCount: usage.cached,
      candidatesTokenCount: usage.output - usage.reasoning,
      thoughtsTokenCount: usage.reasoning,
      totalTokenCount: usage.input + usage.output,
    },
    modelVersion: answer.model,
  };
  return isStreamed ? toEventsReply([response]) : toJsonReply(response);
}
