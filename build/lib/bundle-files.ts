import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type TypeScript from 'typescript';

// Loaded by Node: the test runner would transform the whole compiler.
const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;

/**
 * These scripts of a bundle and all that they import, also only when needed, as paths below `folder`, sorted. Throws
 * when one is missing.
 */
export async function listBundleFiles(folder: string, entries: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const { importedFiles } = ts.preProcessFile(await readFile(join(folder, file), 'utf8'));
    for (const { fileName } of importedFiles) {
      if (!fileName.startsWith('.')) continue;
      waiting.push(relative(folder, join(folder, dirname(file), fileName)).replaceAll('\\', '/'));
    }
  }
  return [...found].sort();
}
