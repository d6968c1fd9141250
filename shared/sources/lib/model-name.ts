import { toName } from './names.ts';

const longestName = 256;

/**
 * The id of a model from the name that people see: "Gemini 3.5 Flash (Medium)" is `gemini-3.5-flash`; how hard it thinks
 * does not change its price. Null when there is no name.
 */
export function toModelId(name: unknown): string | null {
  const id = toName(name, longestName)?.toLowerCase();
  return id?.replace(/\s*\([^()]*\)$/, '').replaceAll(/\s+/g, '-') || null;
}
