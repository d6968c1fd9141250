import { cursorImporter } from './cursor/importer.ts';
import type { Importer } from './usage-import.ts';

/** The tools whose files can be imported. */
export const importers: readonly Importer[] = [cursorImporter];

/** The importer of a tool; null when there is none. */
export function findImporter(tool: string): Importer | null {
  return importers.find((importer) => importer.tool === tool) ?? null;
}
