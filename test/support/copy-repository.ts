import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Copies everything that is not built or installed; what is installed is shared. */
export function copyRepository(to: string): void {
  mkdirSync(to, { recursive: true });
  const shared = new Set(['node_modules', 'dist', 'release', '.git', 'test-results', 'coverage']);
  for (const name of readdirSync(root)) {
    if (!shared.has(name)) cpSync(join(root, name), join(to, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'), 'junction');
}

/** Replaces a pattern in a file, as a person would edit it. Throws when the file does not contain it. */
export function editFile(file: string, pattern: RegExp, replacement: string): void {
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(pattern, replacement);
  if (edited === text) throw new Error(`${file} does not contain ${String(pattern)}`);
  writeFileSync(file, edited);
}
