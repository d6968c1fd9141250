/**
 * Rough guesses in US dollars an hour of active use, by the id of a tool; as of `activityTablesDate`. They are those of
 * `ai_config.yaml` in https://github.com/qveys/LiteLLM-Companion, for its metric `ai.cli.estimated.cost`: what tokens cost
 * is measured elsewhere.
 */
export const toolRates: Readonly<Record<string, number>> = {
  'claude-code': 1,
  codex: 1,
  'copilot-cli': 0.4,
  'gemini-cli': 0.8,
  aider: 0.8,
  vibe: 0.6,
  'openai-cli': 0.5,
  llm: 0.1,
  'shell-gpt': 0.3,
  ollama: 0,
};
