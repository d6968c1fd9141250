import { listPrices, toJsonFile } from './recipe.ts';

/** Settings of OpenCode and its forks: the made-up model, and a small one for titles. */
export function toOpenCodeSettings(modelUrl: string): string {
  const limit = { context: 128_000, output: 4_096 };
  const { input, output, cacheRead } = listPrices;
  return toJsonFile({
    autoupdate: false,
    share: 'disabled',
    model: 'made-up/made-up-model',
    small_model: 'made-up/made-up-small',
    enabled_providers: ['made-up'],
    provider: {
      'made-up': {
        npm: '@ai-sdk/openai-compatible',
        name: 'Made-up',
        options: { baseURL: `${modelUrl}/v1`, apiKey: 'x' },
        models: {
          'made-up-model': { name: 'Made-up', limit, cost: { input, output, cache_read: cacheRead } },
          'made-up-small': { name: 'Made-up small', limit },
        },
      },
    },
  });
}
