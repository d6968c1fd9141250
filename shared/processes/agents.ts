import type { SourceId } from '../domain/ids.ts';

/**
 * A program that counts as an agent, and how its processes look. All patterns are anchored and case-sensitive: an
 * agent's name elsewhere in a command line (a file, a folder, a search term) means nothing.
 */
export interface Agent {
  readonly id: string;
  /** Display name. */
  readonly label: string;
  /** The source whose logs it writes; null when we read none of its logs. */
  readonly source: SourceId | null;
  /** Matches the whole path of the executable, with `/` and without `.exe`. Checked for all agents before names. */
  readonly paths: readonly RegExp[];
  /** Matches the whole name of the executable, without path and `.exe`. */
  readonly names: readonly RegExp[];
  /** Matches the whole path of the script that Node, Bun or Electron runs, with `/`. */
  readonly scripts: readonly RegExp[];
}

/**
 * All known agents. An app's helper processes (`Claude Helper (Renderer)`, `cursor --type=renderer`) are deliberately
 * left out: they belong to the app's tree and are not agents of their own.
 */
export const agents: readonly Agent[] = [
  {
    id: 'claude-desktop',
    label: 'Claude Desktop',
    source: null,
    // On Windows it is called claude.exe, like Claude Code; only the folder distinguishes them.
    paths: [
      /^\/.*\/Claude\.app\/Contents\/MacOS\/Claude$/,
      /\/AnthropicClaude\/(?:app-[^/]+\/)?claude$/i,
      /\/WindowsApps\/Claude_[^/]+\/app\/claude$/i,
    ],
    names: [/^claude-desktop$/, /^Claude$/],
    scripts: [/\/claude-desktop\/(?:[^/]+\/)*app\.asar$/],
  },
  {
    id: 'claude-code',
    label: 'Claude Code',
    source: 'claude-code',
    // The native installer links `claude` to a file named after its version.
    paths: [/\/claude\/versions\/\d+\.\d+\.\d+[^/]*$/],
    names: [/^claude$/],
    scripts: [
      /\/@anthropic-ai\/(?:claude-code|claude-agent-sdk)\/[\w.-]+\.[cm]?js$/,
      /\/anthropic\.claude-code-[^/]+\/resources\/claude-code\/cli\.js$/,
      /\/\.?bin\/claude$/,
    ],
  },
  {
    id: 'codex',
    label: 'Codex',
    source: 'codex',
    paths: [/^\/.*\/Codex\.app\/Contents\/MacOS\/Codex$/, /\/WindowsApps\/OpenAI\.Codex_[^/]+\/app\/codex$/i],
    // The second is the binary name in its releases.
    names: [/^codex$/, /^codex-(?:x86_64|aarch64)-[\w-]+$/],
    scripts: [/\/@openai\/codex\/bin\/codex\.js$/, /\/\.?bin\/codex$/],
  },
  {
    id: 'gemini-cli',
    label: 'Gemini CLI',
    source: 'gemini-cli',
    paths: [],
    names: [/^gemini$/],
    scripts: [/\/@google\/gemini-cli\/(?:dist|bundle)\/(?:[\w.-]+\/)*[\w.-]+\.js$/, /\/\.?bin\/gemini$/],
  },
  {
    id: 'opencode',
    label: 'OpenCode',
    source: 'opencode',
    paths: [],
    names: [/^opencode$/, /^opencode-cli$/, /^OpenCode$/],
    scripts: [/\/opencode-ai\/bin\/opencode$/, /\/\.?bin\/opencode$/],
  },
  {
    id: 'copilot-cli',
    label: 'Copilot CLI',
    source: null,
    paths: [],
    names: [/^copilot$/],
    scripts: [/\/@github\/copilot\/[\w.-]+\.[cm]?js$/, /\/\.?bin\/copilot$/],
  },
  {
    id: 'cursor',
    label: 'Cursor',
    source: null,
    paths: [],
    names: [/^[Cc]ursor$/, /^cursor-agent$/],
    scripts: [/\/cursor-agent\/versions\/[^/]+\/index\.js$/],
  },
  {
    id: 'chatgpt-desktop',
    label: 'ChatGPT',
    source: null,
    paths: [],
    names: [/^ChatGPT$/],
    scripts: [],
  },
  {
    id: 'ollama',
    label: 'Ollama',
    source: null,
    paths: [],
    names: [/^[Oo]llama$/, /^ollama app$/],
    scripts: [],
  },
  {
    id: 'lm-studio',
    label: 'LM Studio',
    source: null,
    paths: [],
    names: [/^LM Studio$/, /^lm-studio$/, /^llmster$/],
    scripts: [],
  },
];

/** The source whose logs an agent writes; null when we read none of them, or the agent is unknown. */
export function toAgentSource(agentId: string): SourceId | null {
  return agents.find((agent) => agent.id === agentId)?.source ?? null;
}
