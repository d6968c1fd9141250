import type { ProcessPatterns } from '../sources/source.ts';

/** A program that counts as an agent, and how its processes look. */
export interface UnreadAgent extends ProcessPatterns {
  readonly id: string;
  /** Display name. */
  readonly label: string;
}

/**
 * Programs that count as agents although we read none of their logs. An agent whose logs we read stands in its source's
 * folder; when one of these gets a source, its row goes there.
 */
export const unreadAgents: readonly UnreadAgent[] = [
  {
    id: 'claude-desktop',
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
    id: 'cursor',
    label: 'Cursor',
    paths: [],
    names: [/^[Cc]ursor$/, /^cursor-agent$/],
    scripts: [/\/cursor-agent\/versions\/[^/]+\/index\.js$/],
  },
  {
    id: 'droid',
    label: 'Droid',
    paths: [],
    names: [/^droid$/],
    scripts: [/\/\.?bin\/droid$/],
  },
  {
    id: 'chatgpt-desktop',
    label: 'ChatGPT',
    paths: [],
    names: [/^ChatGPT$/],
    scripts: [],
  },
  {
    id: 'ollama',
    label: 'Ollama',
    paths: [],
    names: [/^[Oo]llama$/, /^ollama app$/],
    scripts: [],
  },
  {
    id: 'lm-studio',
    label: 'LM Studio',
    paths: [],
    names: [/^LM Studio$/, /^lm-studio$/, /^llmster$/],
    scripts: [],
  },
];
