import { toOpenCodeSettings } from '../opencode-settings.ts';
import type { AgentRecipe } from '../recipe.ts';

export const openCodeRecipe: AgentRecipe = {
  id: 'opencode',
  source: 'opencode',
  model: 'made-up-model',
  programFolders: [`node_modules/opencode-${process.platform}-${process.arch}/bin`],
  command: 'opencode',
  files: ({ modelUrl }) => ({ '.config/opencode/opencode.json': toOpenCodeSettings(modelUrl) }),
  variables: { OPENCODE_DISABLE_AUTOUPDATE: '1', OPENCODE_DISABLE_MODELS_FETCH: '1' },
  start: (prompt) => ['run', prompt],
  resume: (prompt) => ['run', '--continue', prompt],
};
