import { toEventsReply, toJsonReply, type ModelAnswer, type ModelReply } from './model-usage.ts';

/** What an Anthropic answer writes to the cache; taken from the input that was not read from it. */
export const anthropicCacheWrite = 100;

/** An answer of Anthropic's messages, as a whole or streamed: at first one token of output, at the end all. */
export function toMessagesReply(answer: ModelAnswer, isStreamed: boolean): ModelReply {
  const { usage, toolCall } = answer;
  const stated = {
    input_tokens: usage.input - usage.cached - anthropicCacheWrite,
    cache_creation_input_tokens: anthropicCacheWrite,
    cache_read_input_tokens: usage.cached,
    output_tokens: usage.output,
  };
  const block =
    toolCall === null
      ? { type: 'text', text: answer.text }
      : { type: 'tool_use', id: toolCall.id, name: toolCall.name, input: toolCall.input };
  const stopReason = toolCall === null ? 'end_turn' : 'tool_use';
  const message = {
    id: `msg_${answer.id}`,
    type: 'message',
    role: 'assistant',
    model: answer.model,
    content: [block],
    stop_reason: stopReason,
    stop_sequence: null,
    usage: stated,
  };
  if (!isStreamed) return toJsonReply(message);
  const start = { ...message, content: [], stop_reason: null, usage: { ...stated, output_tokens: 1 } };
  const delta =
    toolCall === null
      ? { type: 'text_delta', text: answer.text }
      : { type: 'input_json_delta', partial_json: JSON.stringify(toolCall.input) };
  const emptyBlock = toolCall === null ? { ...block, text: '' } : { ...block, input: {} };
  return toEventsReply(
    [
      { type: 'message_start', message: start },
      { type: 'content_block_start', index: 0, content_block: emptyBlock },
      { type: 'content_block_delta', index: 0, delta },
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: stopReason }, usage: { output_tokens: usage.output } },
      { type: 'message_stop' },
    ],
    'named',
  );
}
