import { listPrices } from './recipe.ts';

/** The providers of pi and its forks: the made-up model. */
export function toPiModels(modelUrl: string): unknown {
  const model = {
    id: 'made-up-model',
    name: 'Made-up',
    reasoning: false,
    input: ['text'],
    contextWindow: 128_000,
    maxTokens: 4_096,
    cost: listPrices,
  };
  const provider = { baseUrl: `${modelUrl}/v1`, api: 'openai-completions', apiKey: 'x', models: [model] };
  return { providers: { 'made-up': provider } };
}

/** The arguments that choose it. */
export const piModelArguments = ['--provider', 'made-up', '--model', 'made-up-model'] as const;
