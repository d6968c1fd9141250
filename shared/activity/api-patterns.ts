/** An AI API, by the beginning of its addresses. */
export interface ApiPattern {
  readonly url_prefix: string;
  readonly tool: string;
}

/**
 * The APIs whose requests a browser extension counts; the list, its names and its spelling are those of `ai_config.yaml`
 * in https://github.com/qveys/LiteLLM-Companion, whose extension reads it.
 */
export const apiPatterns: readonly ApiPattern[] = [
  { url_prefix: 'https://api.anthropic.com/v1/messages', tool: 'claude-web' },
  { url_prefix: 'https://api.openai.com/v1/chat/completions', tool: 'chatgpt-web' },
  { url_prefix: 'https://generativelanguage.googleapis.com', tool: 'gemini-web' },
  { url_prefix: 'https://api.deepseek.com/v1/chat/completions', tool: 'deepseek-web' },
  { url_prefix: 'https://api.groq.com/openai/v1/chat/completions', tool: 'groq-web' },
  { url_prefix: 'https://api.cohere.ai/v2/chat', tool: 'cohere-web' },
  { url_prefix: 'https://api.together.xyz/v1/chat/completions', tool: 'together-web' },
  { url_prefix: 'https://api-inference.huggingface.co/models', tool: 'huggingface-web' },
  { url_prefix: 'https://api.mistral.ai/v1/chat/completions', tool: 'mistral-web' },
  { url_prefix: 'https://api.perplexity.ai/chat/completions', tool: 'perplexity-web' },
];
