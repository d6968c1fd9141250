import { modelSuffixes } from '../domain/model-name.ts';

/**
 * Log names of models that the price list has under another name. Only true synonyms: the price of a similar model
 * would be wrong.
 */
const aliases: ReadonlyMap<string, string> = new Map([
  // Undated names, which the provider resolves to the only dated version.
  ['claude-sonnet-4', 'claude-sonnet-4-20250514'],
  ['claude-sonnet-4-0', 'claude-sonnet-4-20250514'],
  ['claude-opus-4', 'claude-opus-4-20250514'],
  ['claude-opus-4-0', 'claude-opus-4-20250514'],
  ['claude-3-7-sonnet', 'claude-3-7-sonnet-20250219'],
  ['claude-3-7-sonnet-latest', 'claude-3-7-sonnet-20250219'],
  ['claude-3-5-sonnet', 'claude-3-5-sonnet-20241022'],
  ['claude-3-5-sonnet-latest', 'claude-3-5-sonnet-20241022'],
  ['claude-3-5-haiku', 'claude-3-5-haiku-20241022'],
  ['claude-3-5-haiku-latest', 'claude-3-5-haiku-20241022'],
  // Copilot and OpenRouter write the version with a dot.
  ['claude-3.7-sonnet', 'claude-3-7-sonnet-20250219'],
  ['claude-3.5-sonnet', 'claude-3-5-sonnet-20241022'],
  ['claude-3.5-haiku', 'claude-3-5-haiku-20241022'],
  ['claude-opus-4.1', 'claude-opus-4-1'],
  ['claude-opus-4.5', 'claude-opus-4-5'],
  ['claude-opus-4.6', 'claude-opus-4-6'],
  ['claude-opus-4.7', 'claude-opus-4-7'],
  ['claude-opus-4.8', 'claude-opus-4-8'],
  ['claude-sonnet-4.5', 'claude-sonnet-4-5'],
  ['claude-sonnet-4.6', 'claude-sonnet-4-6'],
  ['claude-haiku-4.5', 'claude-haiku-4-5'],
]);

/** `us.anthropic.` and similar: Bedrock's vendor prefix, with or without a region. */
const bedrockPrefix = /^(?:(?:us|eu|ap|apac|au|jp|global|us-gov)\.)?anthropic\./;
/** The vendor's own name before a slash. Hosts that resell at prices of their own are not among them. */
const makerPrefix = /^(?:anthropic|openai|google|gemini|zai|z-ai|moonshot|moonshotai|deepseek|minimax|xai|x-ai)\//;

/**
 * The name under which a price list has a model, or null when it has none: exactly as logged (ignoring case), otherwise
 * without the vendor prefix and version suffix, otherwise by a known alias. Never by similarity.
 */
export function findPriceName(model: string, isListed: (name: string) => boolean): string | null {
  for (const name of toCandidates(model.trim().toLowerCase())) {
    if (isListed(name)) return name;
    const alias = aliases.get(name);
    if (alias !== undefined && isListed(alias)) return alias;
  }
  return null;
}

/** The name itself, then with more and more stripped from it. */
function* toCandidates(model: string): Generator<string> {
  yield model;
  let name = model.replace(makerPrefix, '').replace(bedrockPrefix, '');
  yield name;
  // Vertex puts the date, which is part of a listed name, after an at sign.
  yield name.replace('@', '-');
  for (const suffix of modelSuffixes) {
    name = name.replace(suffix, '');
    yield name;
  }
}
