import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { hashText } from '../../../shared/lib/hash-text.ts';
import { toImportedLine, type ImportedUse } from '../../../shared/sources/lib/imported-uses/imported-use.ts';
import { replaceFile } from '../system/replace-file.ts';

/**
 * Imports are files in `imports/<tool>/<folder>` in the data folder: numbers only, one file for each import, named after
 * what it holds. The folder is a new one after everything was removed, so that nothing counts as known (see
 * `Source.isImported`). The process that writes the ledger reads them like logs.
 */
function toFolder(dataFolder: string, tool: string): string {
  return path.join(dataFolder, 'imports', tool);
}

/** Keeps an import; nothing changes when it is there already. Rejects when the system cannot write. */
export async function storeImport(
  dataFolder: string,
  tool: string,
  uses: readonly ImportedUse[],
  nowMs: number,
): Promise<void> {
  const folder = toFolder(dataFolder, tool);
  const [current = String(nowMs)] = await listFolders(folder);
  const text = uses.map((use) => `${toImportedLine(use)}\n`).join('');
  await replaceFile(path.join(folder, current, `${hashText(text)}.jsonl`), text);
}

/** Removes all imports of a tool; returns how many there were. Rejects when the system cannot. */
export async function removeImports(dataFolder: string, tool: string): Promise<number> {
  const folder = toFolder(dataFolder, tool);
  let files = 0;
  for (const name of await listFolders(folder)) {
    files += (await readdir(path.join(folder, name))).filter((file) => file.endsWith('.jsonl')).length;
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
  return files;
}

async function listFolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
