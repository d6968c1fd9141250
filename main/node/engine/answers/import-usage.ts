import type { ImportQuery, ImportResult, RemovedImports } from '../../../../shared/domain/import-result.ts';
import { findHistoryImporter, findImporter } from '../../../../shared/imports/all-importers.ts';
import { summarizeImport } from '../../../../shared/imports/summarize-import.ts';
import type { Importer } from '../../../../shared/imports/usage-import.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import { findImports } from '../../imports/find-imports.ts';
import { readToolFile } from '../../imports/read-tool-file.ts';
import { removeStoredHistory } from '../../imports/stored-history.ts';
import { removeImports, storeImport } from '../../imports/stored-imports.ts';
import { importHistory, type HistoryContext } from './import-history.ts';

/** What importing needs of the engine. */
interface ImportContext extends HistoryContext {
  readonly environment: HostEnvironment;
}

/** Imports a file's usage into the ledger, or only previews it. */
export async function importUsage(context: ImportContext, query: ImportQuery): Promise<ImportResult> {
  const { tool, isPreview } = query;
  const [importer, history] = [findImporter(tool), findHistoryImporter(tool)];
  const refuse = (failure: ImportResult['failure']): ImportResult => ({
    ...{ tool, failure, isPreview, sums: 0 },
    ...summarizeImport({ uses: [], skips: {} }),
  });
  if (importer === null && history === null) return refuse('unknown-tool');
  const read = query.text === null ? await readFoundFile(context.environment, tool) : ok(query.text);
  if (!read.ok) return refuse(read.error);
  const text = read.value;
  if (history !== null) return importHistory(context, history, { text, isPreview });
  return (await importExport(context, importer!, text, isPreview)) ?? refuse('other-format');
}

/** Requests of an agent that keeps none itself; null when the text is no export. */
async function importExport(
  { dataFolder, clock, rescan }: ImportContext,
  importer: Importer,
  text: string,
  isPreview: boolean,
): Promise<ImportResult | null> {
  const parsed = importer.parse(text);
  if (parsed === null) return null;
  const { tool } = importer;
  if (!isPreview && parsed.uses.length > 0) {
    await storeImport(dataFolder, tool, parsed.uses, clock.nowMs());
    await rescan();
  }
  return { tool, failure: null, isPreview, sums: 0, ...summarizeImport(parsed) };
}

type ReadFailure = 'not-found' | 'too-large' | 'not-readable';

async function readFoundFile(environment: HostEnvironment, tool: string): Promise<Result<string, ReadFailure>> {
  const found = (await findImports(environment)).find((file) => file.tool === tool && file.kind === 'history');
  if (found === undefined) return fail('not-found');
  const text = await readToolFile(tool, found.file);
  if (text.ok) return text;
  return fail(text.error === 'too-large' ? 'too-large' : 'not-readable');
}

/** Removes what was imported from a tool, from the disk and from the ledger. */
export async function removeImported({ dataFolder, rescan }: ImportContext, tool: string): Promise<RemovedImports> {
  const exports = findImporter(tool) === null ? 0 : await removeImports(dataFolder, tool);
  const history = findHistoryImporter(tool) === null ? 0 : await removeStoredHistory(dataFolder, tool);
  if (exports + history > 0) await rescan();
  return { tool, files: exports + history };
}
