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

export const codexRecipe: AgentRecipe = {
  id: 'codex',
  source: 'codex',
  model: 'made-up-model',
  programFolders: ['node_modules/.bin'],
  command: 'codex',
  files: ({ modelUrl }) => ({ '.codex/config.toml': toSettings(modelUrl) }),
  variables: { MADE_UP_KEY: 'x' },
  start: (prompt) => ['exec', '--skip-git-repo-check', prompt],
  resume: (prompt) => ['exec', '--skip-git-repo-check', 'resume', '--last', prompt],
};
