import { piModelArguments, toPiModels } from '../pi-models.ts';
import { toJsonFile, type AgentRecipe } from '../recipe.ts';

export const piRecipe: AgentRecipe = {
  id: 'pi',
  source: 'pi',
  model: 'made-up-model',
  programFolders: ['node_modules/.bin'],
  command: 'pi',
  files: ({ modelUrl }) => ({ '.pi/agent/models.json': toJsonFile(toPiModels(modelUrl)) }),
  variables: { PI_OFFLINE: '1' },
  start: (prompt) => [...piModelArguments, '-p', prompt],
  resume: (prompt) => [...piModelArguments, '--continue', '-p', prompt],
  log: { hasNoReasoning: true },
};
