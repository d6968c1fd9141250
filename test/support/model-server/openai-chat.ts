import { toEventsReply, toJsonReply, type ModelAnswer, type ModelReply } from './model-usage.ts';

/** An answer of OpenAI's chat completions, as a whole or streamed with the usage in its last chunk. */
export function toChatReply(answer: ModelAnswer, isStreamed: boolean): ModelReply {
  const base = { id: `chatcmpl-${answer.id}`, created: 1_700_000_000, model: answer.model };
  const usage = toChatUsage(answer);
  const reason = answer.toolCall === null ? 'stop' : 'tool_calls';
  if (!isStreamed) {
    const choice = { index: 0, message: { role: 'assistant', ...toMessage(answer) }, finish_reason: reason };
    return toJsonReply({ ...base, object: 'chat.completion', choices: [choice], usage });
  }
  const chunk = { ...base, object: 'chat.completion.chunk' };
  const delta = { role: 'assistant', ...toMessage(answer) };
  return toEventsReply([
    { ...chunk, choices: [{ index: 0, delta, finish_reason: null }] },
    { ...chunk, choices: [{ index: 0, delta: {}, finish_reason: reason }] },
    { ...chunk, choices: [], usage },
    '[DONE]',
  ]);
}

function toMessage({ text, toolCall }: ModelAnswer): Readonly<Record<string, unknown>> {
  if (toolCall === null) return { content: text };
  const call = { name: toolCall.name, arguments: JSON.stringify(toolCall.input) };
  return { content: null, tool_calls: [{ index: 0, id: toolCall.id, type: 'function', function: call }] };
}

function toChatUsage({ usage }: ModelAnswer): Readonly<Record<string, unknown>> {
  return {
    prompt_tokens: usage.input,
    completion_tokens: usage.output,
    total_tokens: usage.input + usage.output,
    prompt_tokens_details: { cached_tokens: usage.cached },
    completion_tokens_details: { reasoning_tokens: usage.reasoning },
  };
}
