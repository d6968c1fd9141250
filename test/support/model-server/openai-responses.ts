import { toEventsReply, toJsonReply, type ModelAnswer, type ModelReply } from './model-usage.ts';

type Json = Readonly<Record<string, unknown>>;

/** An answer of OpenAI's responses, as a whole or streamed. */
export function toResponsesReply(answer: ModelAnswer, isStreamed: boolean): ModelReply {
  const item = answer.toolCall === null ? toMessage(answer) : toFunctionCall(answer);
  const response: Json = {
    id: `resp_${answer.id}`,
    object: 'response',
    created_at: 1_700_000_000,
    status: 'completed',
    model: answer.model,
    output: [item],
    usage: toUsage(answer),
  };
  if (!isStreamed) return toJsonReply(response);
  const events: readonly Json[] = [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [], usage: null } },
    ...(answer.toolCall === null ? toTextEvents(answer, item) : toCallEvents(item)),
    { type: 'response.output_item.done', output_index: 0, item },
    { type: 'response.completed', response },
  ];
  return toEventsReply(
    events.map((event, index) => ({ ...event, sequence_number: index })),
    'named',
  );
}

function toMessage({ id, text }: ModelAnswer): Json {
  const content = [{ type: 'output_text', text, annotations: [] }];
  return { type: 'message', id: `msg_${id}`, role: 'assistant', status: 'completed', content };
}

function toFunctionCall({ id, toolCall }: ModelAnswer): Json {
  const call = { call_id: toolCall?.id, name: toolCall?.name, arguments: JSON.stringify(toolCall?.input) };
  return { type: 'function_call', id: `fc_${id}`, ...call, status: 'completed' };
}

function toTextEvents({ id, text }: ModelAnswer, item: Json): readonly Json[] {
  const place = { item_id: `msg_${id}`, output_index: 0, content_index: 0 };
  return [
    { type: 'response.output_item.added', output_index: 0, item: { ...item, status: 'in_progress', content: [] } },
    {
      type: 'response.content_part.added',
      ...place,
      part: { type: 'output_text', text: '', annotations: [] },
    },
    { type: 'response.output_text.delta', ...place, delta: text },
    { type: 'response.output_text.done', ...place, text },
  ];
}

function toCallEvents(item: Json): readonly Json[] {
  const place = { item_id: item['id'], output_index: 0 };
  return [
    {
      type: 'response.output_item.added',
      output_index: 0,
      item: { ...item, arguments: '', status: 'in_progress' },
    },
    { type: 'response.function_call_arguments.done', ...place, arguments: item['arguments'] },
  ];
}

function toUsage({ usage }: ModelAnswer): Json {
  return {
    input_tokens: usage.input,
    input_tokens_details: { cached_tokens: usage.cached },
    output_tokens: usage.output,
    output_tokens_details: { reasoning_tokens: usage.reasoning },
    total_tokens: usage.input + usage.output,
  };
}
