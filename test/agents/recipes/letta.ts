import type { AgentRecipe } from '../recipe.ts';

const model = ['--backend', 'local', '-m', 'lmstudio/made-up-model'] as const;

export const lettaRecipe: AgentRecipe = {
  id: 'letta',
  source: 'letta',
  model: 'made-up-model',
  programFolders: ['node_modules/.bin'],
  command: 'letta',
  files: () => ({}),
  variables: {},
  setUp: ({ modelUrl }) => [
    ...['--backend', 'local', 'connect', 'lmstudio'],
    ...['--base-url', `${modelUrl}/v1`, '--api-key', 'x'],
  ],
  start: (prompt) => [...model, '--new', '-p', prompt],
  resume: (prompt) => [...model, '--conversation', 'local-conv-1', '-p', prompt],
  showsSession: true,
  log: { hasNoReasoning: true, hasNoProject: true },
};
