import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCoverageMap } from '@vitest/istanbul-lib-coverage';
import { describe, expect, it } from 'vitest';
import { toSourceCoverage } from '../../../../build/coverage/remap.ts';
import { repositoryRoot } from '../../../../build/lib/paths.ts';

// Two functions on a line each; the second one never ran.
const code = 'export function a() { return 1; }\nexport function b() { return 2; }\na();\n';
const functions = [
  { functionName: '', isBlockCoverage: true, ranges: [{ startOffset: 0, endOffset: code.length, count: 1 }] },
  { functionName: 'a', isBlockCoverage: true, ranges: [{ startOffset: 7, endOffset: 33, count: 1 }] },
  { functionName: 'b', isBlockCoverage: false, ranges: [{ startOffset: 41, endOffset: 67, count: 0 }] },
];

/** Lines by number: how often each of them ran. */
async function linesOf(path: string, script: Parameters<typeof toSourceCoverage>[0]): Promise<Record<string, number>> {
  return createCoverageMap(await toSourceCoverage(script))
    .fileCoverageFor(path)
    .getLineCoverage();
}

describe('toSourceCoverage', () => {
  it('counts a source that ran as it is', async () => {
    const url = pathToFileURL(join(repositoryRoot, 'shared/lib/result.ts')).href;
    const lines = await linesOf(join(repositoryRoot, 'shared/lib/result.ts'), {
      url,
      code,
      functions,
      sourceMap: null,
    });
    expect(lines).toEqual({ 1: 1, 2: 0, 3: 1 });
  });

  it('finds the source of a bundle by the end of its path, wherever the bundle was built', async () => {
    // Maps every line to the same line of its source.
    const map = {
      version: 3,
      names: [],
      mappings: 'AAAA;AACA;AACA',
      sources: ['../../../elsewhere/x/shared/lib/result.ts'],
    };
    const content = [code];
    const inline = Buffer.from(JSON.stringify({ ...map, sourcesContent: content })).toString('base64');
    const script = `${code}//# sourceMappingURL=data:application/json;charset=utf-8;base64,${inline}\n`;
    const covered = await toSourceCoverage({ url: 'file:///bundle.js', code: script, functions, sourceMap: null });
    expect(Object.keys(covered)).toEqual([join(repositoryRoot, 'shared/lib/result.ts')]);
  });

  it('does not mistake a package for one of our sources', async () => {
    const map = { version: 3, names: [], mappings: 'AAAA', sources: ['../node_modules/x/shared/lib/result.ts'] };
    const sourceMap = JSON.stringify({ ...map, sourcesContent: [code] });
    const covered = await toSourceCoverage({ url: 'file:///bundle.js', code, functions, sourceMap });
    expect(Object.keys(covered).filter((path) => path.startsWith(repositoryRoot))).toEqual([]);
  });
});
