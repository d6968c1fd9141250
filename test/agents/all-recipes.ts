import { allAgentsVariable } from '../../build/lib/agent-packages.ts';
import type { AgentRecipe } from './recipe.ts';
import { clineRecipe } from './recipes/cline.ts';
import { codexRecipe } from './recipes/codex.ts';
import { continueRecipe } from './recipes/continue.ts';
import { geminiCliRecipe } from './recipes/gemini-cli.ts';
import { kiloCliRecipe } from './recipes/kilo-cli.ts';
import { lettaRecipe } from './recipes/letta.ts';
import { ompRecipe } from './recipes/omp.ts';
import { openCodeRecipe } from './recipes/opencode.ts';
import { piRecipe } from './recipes/pi.ts';
import { qwenCodeRecipe } from './recipes/qwen-code.ts';

/** The agents that run before every merge. */
const everyTime: readonly AgentRecipe[] = [codexRecipe, geminiCliRecipe, openCodeRecipe, piRecipe];

/** The agents that run every night in addition. */
const nightly: readonly AgentRecipe[] = [
  clineRecipe,
  continueRecipe,
  kiloCliRecipe,
  lettaRecipe,
  ompRecipe,
  qwenCodeRecipe,
];

/** The agents to run. */
export function chooseRecipes(variables: Readonly<Record<string, string | undefined>>): readonly AgentRecipe[] {
  return variables[allAgentsVariable] === '1' ? [...everyTime, ...nightly] : everyTime;
}
