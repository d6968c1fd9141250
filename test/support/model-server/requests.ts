import type { ToolCall } from './model-usage.ts';

/** A request to the model, in any protocol. */
export interface ModelRequest {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  /** The JSON object that was sent; empty when it was none. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** A word in a prompt that makes the model ask for a tool. */
export const toolCallWord = 'TOOLCALL';

/** How far into a request a system prompt says what it is for. */
const systemPromptLength = 3_000;

/** Whether the agent asks for itself: a small model, or a system prompt about a title or the memory. */
export function isSideRequest({ body, text }: ModelRequest): boolean {
  if (/small/.test(String(body['model']))) return true;
  return /title generator|generate a (short|concise|brief)[^.]{0,40}title|session title|managed memory extraction/i.test(
    text.slice(0, systemPromptLength),
  );
}

/** The model in the path of a Gemini request; null in other protocols. */
export function toGeminiModel(path: string): string | null {
  return /\/models\/([^:/]+):/.exec(path)?.[1] ?? null;
}

/** Tools that only look, and how they are called: the first one that an agent offers is used. */
const harmlessTools: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['glob', { pattern: '*' }],
  ['list_directory', { path: '.' }],
  ['exec_command', { cmd: 'ls' }],
  ['shell', { command: ['ls'] }],
  ['List', { dirpath: '.' }],
  ['find', { pattern: '*' }],
  ['ls', { path: '.' }],
  ['bash', { command: 'ls' }],
  ['list_files', { path: '.' }],
  ['run_commands', { commands: ['ls'] }],
  ['Glob', { pattern: '*' }],
  ['Bash', { command: 'ls' }],
];

/** The call to answer with; null when the last prompt wants none, or has been given its result. */
export function toToolCall({ body }: ModelRequest, id: string): ToolCall | null {
  const messages = [body['messages'], body['input'], body['contents']].find(Array.isArray) as unknown[] | undefined;
  const last = JSON.stringify(messages?.at(-1) ?? '');
  if (!last.includes(toolCallWord) || /function_call_output|functionResponse|tool_result|"role":"tool"/.test(last)) {
    return null;
  }
  const offered = new Set(listTools(body['tools']));
  const [name, input] = harmlessTools.find(([tool]) => offered.has(tool)) ?? [];
  return name === undefined || input === undefined ? null : { id, name, input };
}

interface OfferedTool {
  readonly name?: string;
  readonly function?: { readonly name?: string };
  readonly functionDeclarations?: readonly { readonly name?: string }[];
}

function listTools(tools: unknown): readonly (string | undefined)[] {
  if (!Array.isArray(tools)) return [];
  return (tools as readonly OfferedTool[]).flatMap((tool) =>
    tool.functionDeclarations === undefined
      ? [tool.function?.name ?? tool.name]
      : tool.functionDeclarations.map(({ name }) => name),
  );
}
