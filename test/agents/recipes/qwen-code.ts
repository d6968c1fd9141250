import { toJsonFile, type AgentRecipe } from '../recipe.ts';

export const qwenCodeRecipe: AgentRecipe = {
  id: 'qwen-code',
  source: 'qwen-code',
  model: 'made-up-model',
  programFolders: ['node_modules/.bin'],
  command: 'qwen',
  files: () => ({
    '.qwen/settings.json': toJsonFile({
      security: { auth: { selectedType: 'openai' } },
      model: { name: 'made-up-model' },
      general: { enableAutoUpdate: false },
      privacy: { usageStatisticsEnabled: false },
    }),
  }),
  variables: ({ modelUrl }) => ({
    OPENAI_API_KEY: 'x',
    OPENAI_BASE_URL: `${modelUrl}/v1`,
    OPENAI_MODEL: 'made-up-model',
  }),
  start: (prompt) => ['-p', prompt],
  resume: (prompt) => ['--continue', '-p', prompt],
  // After a plain run it reads its memory, which its telemetry counts.
  log: { hasSideRequests: true },
};
