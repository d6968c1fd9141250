import { toOpenCodeSettings } from '../opencode-settings.ts';
import type { AgentRecipe } from '../recipe.ts';

export const kiloCliRecipe: AgentRecipe = {
  id: 'kilo-cli',
  source: 'kilo-cli',
  model: 'made-up-model',
  programFolders: [`node_modules/@kilocode/cli-${process.platform}-${process.arch}/bin`],
  command: 'kilo',
  files: ({ modelUrl }) => ({ '.config/kilo/kilo.json': toOpenCodeSettings(modelUrl) }),
  variables: {
    KILO_DISABLE_AUTOUPDATE: '1',
    KILO_DISABLE_MODELS_FETCH: '1',
    KILO_TELEMETRY_LEVEL: 'off',
    DO_NOT_TRACK: '1',
  },
  start: (prompt) => ['run', prompt],
  resume: (prompt) => ['run', '--continue', prompt],
};
