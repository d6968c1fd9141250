import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CoverageMapData } from '@vitest/istanbul-lib-coverage';
import { convert } from 'ast-v8-to-istanbul';
import { parseAst } from 'vite';
import { repositoryRoot } from '../lib/paths.ts';
import type { RawScript } from './raw-scripts.ts';

interface SourceMap {
  readonly version: number;
  readonly names: string[];
  readonly mappings: string;
  readonly sources: (string | null)[];
  readonly sourcesContent?: (string | null)[];
}

const inlineMap = /\/\/# sourceMappingURL=data:application\/json;(?:charset=utf-8;)?base64,([\w+/=]+)\s*$/;

/** Translates the counts of a script into counts of the sources it was made of, in Istanbul's format. */
export async function toSourceCoverage(script: RawScript): Promise<CoverageMapData> {
  const sourceMap = readSourceMap(script);
  return convert({
    code: script.code,
    ast: parseAst(script.code),
    coverage: { url: script.url, functions: script.functions.map((one) => ({ ...one, ranges: [...one.ranges] })) },
    ...(sourceMap && { sourceMap: { ...sourceMap, sources: sourceMap.sources.map(toSourceUrl) } }),
  });
}

function readSourceMap({ code, sourceMap }: RawScript): SourceMap | null {
  const inline = inlineMap.exec(code)?.[1];
  const json = inline === undefined ? sourceMap : Buffer.from(inline, 'base64').toString();
  return json === null ? null : (JSON.parse(json) as SourceMap);
}

/**
 * The file of this repository that a map's source means. Bundles are built in various folders, so relative paths mean
 * little: the longest suffix of the path that exists here counts.
 */
function toSourceUrl(source: string | null): string {
  const parts = (source ?? '').replaceAll('\\', '/').split('/');
  if (parts.includes('node_modules')) return 'outside.js';
  for (let from = 0; from < parts.length; from++) {
    const path = parts.slice(from).join('/');
    if (/^(?:shared|main|renderer)\//.test(path) && existsSync(join(repositoryRoot, path))) {
      return pathToFileURL(join(repositoryRoot, path)).href;
    }
  }
  return 'outside.js';
}
