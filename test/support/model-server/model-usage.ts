/** The usage that a made-up model states with an answer. Input includes what was cached, output includes reasoning. */
export interface ModelUsage {
  readonly input: number;
  readonly cached: number;
  readonly output: number;
  readonly reasoning: number;
}

/** A tool that the model asks the agent to run. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What the model answers: a text, or a call of a tool. */
export interface ModelAnswer {
  /** Unique among the answers of a server. */
  readonly id: string;
  readonly model: string;
  readonly usage: ModelUsage;
  readonly text: string;
  readonly toolCall: ToolCall | null;
}

/** The body of a response in one of the protocols. */
export interface ModelReply {
  readonly contentType: 'application/json' | 'text/event-stream';
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole JSON value as a reply. */
export function toJsonReply(value: unknown): ModelReply {
  return { contentType: 'application/json', body: JSON.stringify(value) };
}

/** Server-sent events as a reply; objects become JSON. With names, each event is named by its `type`. */
export function toEventsReply(
  events: readonly (string | Readonly<Record<string, unknown>>)[],
  naming: 'named' | 'unnamed' = 'unnamed',
): ModelReply {
  const lines = events.map((event) => {
    const data = `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`;
    return naming === 'named' && typeof event !== 'string' ? `event: ${String(event['type'])}\n${data}` : data;
  });
  return { contentType: 'text/event-stream', body: lines.join('') };
}
