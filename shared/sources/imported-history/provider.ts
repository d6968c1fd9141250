import type { ProviderId } from '../../domain/ids.ts';

const families: readonly (readonly [RegExp, ProviderId])[] = [
  [/^claude/, 'anthropic'],
  [/^(gpt|o\d|codex|chatgpt)/, 'openai'],
  [/^gemini/, 'google'],
  [/^grok/, 'xai'],
];

/** The vendor of a model by its name, since other tools do not say who served it; `unknown` for any other. */
export function toModelVendor(model: string): ProviderId {
  const name = model.toLowerCase().replace(/^.*\//, '');
  return families.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown';
}
