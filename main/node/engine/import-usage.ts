import type { ImportQuery, ImportResult, RemovedImports } from '../../../shared/domain/import-result.ts';
import { findImporter } from '../../../shared/imports/all-importers.ts';
import { summarizeImport } from '../../../shared/imports/summarize-import.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import { removeImports, storeImport } from '../imports/stored-imports.ts';

/** What importing needs of the engine. */
interface ImportContext {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly rescan: () => Promise<void>;
}

/** Imports a file's usage, unless it is only to be looked at, and reads it into the ledger. */
export async function importUsage(
  { dataFolder, clock, rescan }: ImportContext,
  { tool, text, isPreview }: ImportQuery,
): Promise<ImportResult> {
  const importer = findImporter(tool);
  const parsed = importer?.parse(text) ?? null;
  const sums = summarizeImport(parsed ?? { uses: [], skips: {} });
  if (parsed === null) {
    return { tool, failure: importer === null ? 'unknown-tool' : 'other-format', isPreview, ...sums };
  }
  if (!isPreview && parsed.uses.length > 0) {
    await storeImport(dataFolder, tool, parsed.uses, clock.nowMs());
    await rescan();
  }
  return { tool, failure: null, isPreview, ...sums };
}

/** Removes what was imported from a tool, from the disk and from the ledger. */
export async function removeImported({ dataFolder, rescan }: ImportContext, tool: string): Promise<RemovedImports> {
  const files = findImporter(tool) === null ? 0 : await removeImports(dataFolder, tool);
  if (files > 0) await rescan();
  return { tool, files };
}
