import { piModelArguments, toPiModels } from '../pi-models.ts';
import { toJsonFile, type AgentRecipe } from '../recipe.ts';

export const ompRecipe: AgentRecipe = {
  id: 'omp',
  source: 'omp',
  model: 'made-up-model',
  programFolders: ['node_modules/.bin', `node_modules/@oven/bun-${process.platform}-${process.arch}/bin`],
  command: 'omp',
  // JSON is YAML, too.
  files: ({ modelUrl }) => ({ '.omp/agent/models.yml': toJsonFile(toPiModels(modelUrl)) }),
  variables: {},
  start: (prompt) => [...piModelArguments, '-p', prompt],
  resume: (prompt) => [...piModelArguments, '--continue', '-p', prompt],
};
