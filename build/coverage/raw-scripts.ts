import { readdir, readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeScriptCovs } from '@bcoe/v8-coverage';
import type { FunctionCov, ScriptCov } from '@bcoe/v8-coverage';
import { repositoryRoot } from '../lib/paths.ts';
import { coverageFolders } from './folders.ts';

/** The coverage of one page: its counts, and which script of `page-scripts/` they belong to. */
export interface PageCoverageFile {
  readonly scripts: readonly { readonly hash: string; readonly functions: readonly FunctionCov[] }[];
}

/** A script as it ran, and how often each of its parts did, summed over everything that ran it. */
export interface RawScript {
  /** The script's file URL. */
  readonly url: string;
  readonly code: string;
  readonly functions: readonly FunctionCov[];
  /** JSON; null where the map is in the code itself, or where the code is the source. */
  readonly sourceMap: string | null;
}

/** Reads what processes and their worker threads recorded about scripts of this repository. */
export async function readProcessScripts(): Promise<readonly RawScript[]> {
  const counts = await collect<{ readonly result: readonly ScriptCov[] }>(coverageFolders.processes, ({ result }) =>
    result.filter(({ url }) => isOwnScript(url)),
  );
  const scripts = await Promise.all(counts.map(toScript));
  return scripts.filter((script) => script !== null);
}

async function toScript({ url, functions }: ScriptCov): Promise<RawScript | null> {
  const path = fileURLToPath(url);
  const code = await readFile(path, 'utf8');
  // Node replaces types by blanks, so that every position stays what it was.
  if (path.endsWith('.ts')) return { url, functions, code: stripTypeScriptTypes(code), sourceMap: null };
  // A chunk that only passes on what another one exports has no map, and no line of ours.
  const sourceMap = await readFile(`${path}.map`, 'utf8').catch(() => null);
  return sourceMap === null ? null : { url, functions, code, sourceMap };
}

/** Reads what pages recorded. Their scripts carry the source maps inside. */
export async function readPageScripts(): Promise<readonly RawScript[]> {
  const counts = await collect<PageCoverageFile>(coverageFolders.pages, ({ scripts }) =>
    scripts.map(({ hash, functions }) => ({ scriptId: hash, url: `file:///${hash}.js`, functions })),
  );
  return Promise.all(
    counts.map(async ({ url, functions }) => ({
      url,
      functions,
      code: await readFile(join(coverageFolders.pageScripts, url.slice('file:///'.length)), 'utf8'),
      sourceMap: null,
    })),
  );
}

/** The counts of every JSON file in a folder, summed for each script. */
async function collect<File>(folder: string, toScripts: (file: File) => readonly ScriptCov[]): Promise<ScriptCov[]> {
  const sums = new Map<string, ScriptCov>();
  const names = await readdir(folder).catch(() => []);
  // One after the other: each holds megabytes about scripts that are not ours.
  for (const name of names.filter((entry) => entry.endsWith('.json'))) {
    const file = parseFile<File>(await readFile(join(folder, name), 'utf8'));
    for (const script of file === null ? [] : toScripts(file)) {
      const known = sums.get(script.url);
      const sum = known === undefined ? script : mergeScriptCovs([known, script]);
      if (sum !== undefined) sums.set(script.url, sum);
    }
  }
  return [...sums.values()];
}

/** Null for a file that is cut short: its process was killed while it wrote. */
function parseFile<File>(text: string): File | null {
  try {
    return JSON.parse(text) as File;
  } catch {
    return null;
  }
}

/** Bundles of the app, and sources that Node ran as they are. */
function isOwnScript(url: string): boolean {
  if (!url.startsWith('file://')) return false;
  const path = fileURLToPath(url);
  if (!path.startsWith(repositoryRoot + sep)) return false;
  const inside = path.slice(repositoryRoot.length + 1).replaceAll('\\', '/');
  return /^(?:dist\/.*\.c?js|(?:shared|main)\/.*\.ts)$/.test(inside);
}
