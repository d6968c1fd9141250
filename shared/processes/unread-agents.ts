import type { ProcessPatterns } from '../sources/source.ts';

/** A program that counts as an agent, and how its processes look. */
export interface UnreadAgent extends ProcessPatterns {
  readonly id: string;
  /** Display name. */
  readonly label: string;
}

/**
 * Programs that count as agents although we read none of their logs. An agent whose logs we read is described in its
 * source's folder; when one of these gets a source, its row moves there.
 */
export const unreadAgents: readonly UnreadAgent[] = [
  {
    id: 'claude-desktop',
    category: 'desktop',
    label: 'Claude Desktop',
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
    id: 'chatgpt-desktop',
    category: 'desktop',
    label: 'ChatGPT',
    paths: [],
    names: [/^ChatGPT$/],
    scripts: [],
  },
  {
    id: 'ollama',
    category: 'local',
    label: 'Ollama',
    paths: [],
    names: [/^[Oo]llama$/, /^ollama app$/],
    scripts: [],
  },
  {
    id: 'lm-studio',
    category: 'local',
    label: 'LM Studio',
    paths: [],
    names: [/^LM Studio$/, /^lm-studio$/, /^llmster$/],
    scripts: [],
  },
  {
    id: 'perplexity-desktop',
    category: 'desktop',
    label: 'Perplexity',
    paths: [/^\/.*\/Perplexity\.app\/Contents\/MacOS\/Perplexity$/],
    names: [],
    scripts: [],
  },
  {
    id: 'jan',
    category: 'local',
    label: 'Jan',
    paths: [/^\/.*\/Jan\.app\/Contents\/MacOS\/Jan$/, /\/Programs\/jan\/Jan$/i],
    names: [],
    scripts: [],
  },
  {
    id: 'llama-cpp',
    category: 'local',
    label: 'llama.cpp',
    paths: [],
    names: [/^llama-(?:server|cli)$/],
    scripts: [],
  },
  {
    id: 'windsurf',
    category: 'ide',
    label: 'Windsurf',
    paths: [/\/Windsurf\.app\/Contents\/MacOS\/Electron$/],
    names: [/^[Ww]indsurf$/],
    scripts: [],
  },
  {
    id: 'kiro',
    category: 'ide',
    label: 'Kiro',
    paths: [/\/Kiro\.app\/Contents\/MacOS\/Electron$/],
    names: [/^[Kk]iro$/, /^kiro-cli$/],
    scripts: [],
  },
  {
    id: 'copilot-language-server',
    category: 'server',
    label: 'Copilot language server',
    paths: [],
    names: [/^copilot-language-server$/],
    scripts: [/\/@github\/copilot-language-server\/dist\/[\w.-]+\.js$/],
  },
  {
    id: 'codeium-language-server',
    category: 'server',
    label: 'Codeium language server',
    paths: [/\/(?:codeium|windsurf)\/(?:[^/]+\/)*language_server_[\w-]+$/i],
    names: [],
    scripts: [],
  },
  {
    id: 'tabnine',
    category: 'server',
    label: 'Tabnine',
    paths: [],
    names: [/^TabNine(?:-deep-local|-server)?$/],
    scripts: [],
  },
];
