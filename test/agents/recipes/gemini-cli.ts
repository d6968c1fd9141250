import { toJsonFile, type AgentRecipe } from '../recipe.ts';

export const geminiCliRecipe: AgentRecipe = {
  id: 'gemini-cli',
  source: 'gemini-cli',
  model: 'gemini-2.5-pro',
  programFolders: ['node_modules/.bin'],
  command: 'gemini',
  files: () => ({
    '.gemini/settings.json': toJsonFile({
      security: { auth: { selectedType: 'gemini-api-key' } },
      privacy: { usageStatisticsEnabled: false },
      general: { enableAutoUpdate: false, enableAutoUpdateNotification: false },
    }),
  }),
  variables: ({ modelUrl }) => ({ GEMINI_API_KEY: 'x', GOOGLE_GEMINI_BASE_URL: modelUrl }),
  start: (prompt) => ['--skip-trust', '-m', 'gemini-2.5-pro', '-p', prompt],
  resume: (prompt) => ['--skip-trust', '-m', 'gemini-2.5-pro', '--resume', 'latest', '-p', prompt],
};
