import { join } from 'node:path';
import type { AgentRecipe, RunPlace } from '../recipe.ts';

/** The made-up model, in Continue's own YAML. */
const toSettings = (modelUrl: string): string => `name: made-up
version: 1.0.0
schema: v1
models:
  - name: Made-up
    provider: openai
    model: made-up-model
    apiBase: ${modelUrl}/v1
    apiKey: x
    roles: [chat]
`;

const toConfigArguments = ({ home }: RunPlace): readonly string[] => ['--config', join(home, '.continue/config.yaml')];

export const continueRecipe: AgentRecipe = {
  id: 'continue',
  source: 'continue',
  model: 'made-up-model',
  programFolders: ['node_modules/.bin'],
  command: 'cn',
  files: ({ modelUrl }) => ({ '.continue/config.yaml': toSettings(modelUrl) }),
  variables: { CONTINUE_TELEMETRY_ENABLED: '0' },
  start: (prompt, place) => [...toConfigArguments(place), '-p', prompt],
  resume: (prompt, place) => [...toConfigArguments(place), '--resume', '-p', prompt],
};
