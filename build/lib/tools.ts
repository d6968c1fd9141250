import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './paths.ts';
import { PlainFailure } from './plain-failure.ts';

/**
 * The script of a tool in node_modules, to be run with this Node, which works the same on every system. `name` is the
 * command if the package has several. Throws a `PlainFailure` if the package is not installed.
 */
export function findTool(packageName: string, name: string = packageName): string {
  const folder = join(repositoryRoot, 'node_modules', packageName);
  let manifest: { readonly bin?: string | Readonly<Record<string, string>> };
  try {
    manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as typeof manifest;
  } catch {
    throw new PlainFailure(`${packageName} is not installed: run "npm ci" first.`);
  }
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[name];
  if (script === undefined) throw new Error(`${packageName} has no command ${name}`);
  return join(folder, script);
}
