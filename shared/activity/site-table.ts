import type { ActivityCategory } from '../domain/activity.ts';

/** A listed site. */
export interface Site {
  /** A host, which stands for all hosts below it, and perhaps a path prefix: `github.com/copilot`. */
  readonly domain: string;
  readonly label: string;
  readonly category: ActivityCategory;
  /** An estimate of ours in US dollars an hour of active use; null where there is none. */
  readonly usdPerHour: number | null;
}

/**
 * When the tables of sites, apps and rates were last checked. Rates are rough guesses of what such use costs, not prices:
 * those of `ai_config.yaml` in https://github.com/qveys/LiteLLM-Companion, where it lists the site, else that of its
 * category there.
 */
export const activityTablesDate = '2026-11-26';

function list(
  category: ActivityCategory,
  sites: readonly (readonly [domain: string, label: string, usdPerHour: number])[],
): readonly Site[] {
  return sites.map(([domain, label, usdPerHour]) => ({ domain, label, category, usdPerHour }));
}

/** The AI sites that are counted. */
export const sites: readonly Site[] = [
  ...list('chat', [
    ['chatgpt.com', 'ChatGPT', 0.5],
    ['chat.openai.com', 'ChatGPT', 0.5],
    ['claude.ai', 'Claude', 0.6],
    ['gemini.google.com', 'Gemini', 0.4],
    ['copilot.microsoft.com', 'Microsoft Copilot', 0.4],
    ['m365.cloud.microsoft/chat', 'Microsoft 365 Copilot', 0.4],
    ['poe.com', 'Poe', 0.3],
    ['deepseek.com', 'DeepSeek', 0.2],
    ['groq.com', 'Groq', 0.1],
    ['grok.com', 'Grok', 0.3],
    ['x.com/i/grok', 'Grok', 0.3],
    ['chat.mistral.ai', 'Le Chat', 0.3],
    ['meta.ai', 'Meta AI', 0.2],
    ['chat.qwen.ai', 'Qwen Chat', 0.2],
    ['kimi.com', 'Kimi', 0.2],
    ['pi.ai', 'Pi', 0.2],
    ['character.ai', 'Character.AI', 0.2],
    ['notebooklm.google.com', 'NotebookLM', 0.4],
  ]),
  ...list('code', [
    ['github.com/copilot', 'GitHub Copilot', 0.4],
    ['claude.ai/code', 'Claude Code on the web', 0.6],
    ['chatgpt.com/codex', 'Codex on the web', 0.5],
    ['jules.google.com', 'Jules', 0.4],
    ['cursor.com', 'Cursor', 0.5],
    ['devin.ai', 'Devin', 0.5],
    ['replit.com', 'Replit', 0.5],
    ['v0.dev', 'v0', 0.6],
    ['v0.app', 'v0', 0.6],
    ['bolt.new', 'Bolt', 0.5],
    ['lovable.dev', 'Lovable', 0.5],
    ['idx.dev', 'Project IDX', 0.3],
    ['phind.com', 'Phind', 0.3],
    ['together.ai', 'Together AI', 0.3],
    ['huggingface.co', 'Hugging Face', 0.2],
    ['labs.google', 'Google Labs', 0.4],
    ['cohere.com', 'Cohere', 0.3],
  ]),
  ...list('search', [
    ['perplexity.ai', 'Perplexity', 0.4],
    ['you.com', 'You.com', 0.2],
  ]),
  ...list('image', [
    ['midjourney.com', 'Midjourney', 1.2],
    ['leonardo.ai', 'Leonardo', 0.8],
    ['ideogram.ai', 'Ideogram', 0.8],
  ]),
  ...list('video', [
    ['runwayml.com', 'Runway', 2],
    ['sora.chatgpt.com', 'Sora', 2],
    ['pika.art', 'Pika', 2],
  ]),
  ...list('audio', [
    ['elevenlabs.io', 'ElevenLabs', 0.6],
    ['suno.com', 'Suno', 0.4],
    ['udio.com', 'Udio', 0.4],
  ]),
  ...list('api', [
    ['platform.openai.com', 'OpenAI platform', 1],
    ['console.anthropic.com', 'Anthropic console', 1],
    ['platform.claude.com', 'Claude console', 1],
    ['aistudio.google.com', 'Google AI Studio', 0.8],
    ['openrouter.ai', 'OpenRouter', 0.8],
  ]),
];
