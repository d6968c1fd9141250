import { dayMs, hourMs } from '../../../shared/domain/instant.ts';
import type { AgentRecipe } from '../recipe.ts';

/** The model provider and no telemetry, in Codex's own TOML. */
const toSettings = (modelUrl: string): string => `model = "made-up-model"
model_provider = "made-up"
check_for_update_on_startup = false
[analytics]
enabled = false
[model_providers.made-up]
name = "made-up"
base_url = "${modelUrl}/v1"
wire_api = "responses"
env_key = "MADE_UP_KEY"
request_max_retries = 0
stream_max_retries = 0
`;

/** Resets to the second, well ahead of the run. */
const resetsAtMs = { short: toSecond(Date.now() + 2 * hourMs), week: toSecond(Date.now() + 3 * dayMs) } as const;

function toSecond(atMs: number): number {
  return Math.floor(atMs / 1_000) * 1_000;
}

/** As the provider's answers carry them: the five hours fill by ten percent with each request. */
const toLimitHeaders = (index: number): Readonly<Record<string, string>> => ({
  'x-codex-primary-used-percent': String(10 * (index + 1)),
  'x-codex-primary-window-minutes': '300',
  'x-codex-primary-reset-at': String(resetsAtMs.short / 1_000),
  'x-codex-secondary-used-percent': '64',
  'x-codex-secondary-window-minutes': '10080',
  'x-codex-secondary-reset-at': String(resetsAtMs.week / 1_000),
});

export const codexRecipe: AgentRecipe = {
  id: 'codex',
  source: 'codex',
  model: 'made-up-model',
  programFolders: ['node_modules/.bin'],
  command: 'codex',
  files: ({ modelUrl }) => ({ '.codex/config.toml': toSettings(modelUrl) }),
  variables: { MADE_UP_KEY: 'x' },
  showsSession: true,
  limits: {
    headersOf: toLimitHeaders,
    shown: [
      { windowMinutes: 300, usedPercent: 40, resetsAtMs: resetsAtMs.short, origin: 'log' },
      { windowMinutes: 10_080, usedPercent: 64, resetsAtMs: resetsAtMs.week, origin: 'log' },
    ],
  },
  start: (prompt) => ['exec', '--skip-git-repo-check', prompt],
  resume: (prompt) => ['exec', '--skip-git-repo-check', 'resume', '--last', prompt],
};
