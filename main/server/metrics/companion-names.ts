/** Names of tools in `ai-cost-observer`, where they are not ours. */
const toolNames: Readonly<Record<string, string>> = { codex: 'codex-cli', 'copilot-cli': 'github-copilot-cli' };
const toolCategories: Readonly<Record<string, string>> = { ollama: 'local' };

/** What `ai-cost-observer` calls a tool. */
export function toToolName(id: string): string {
  return toolNames[id] ?? id;
}

/** What `ai-cost-observer` says a tool is for. */
export function toToolCategory(id: string): string {
  return toolCategories[id] ?? 'code';
}
