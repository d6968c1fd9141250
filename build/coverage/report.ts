import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCoverageMap } from '@vitest/istanbul-lib-coverage';
import type { CoverageMapData, FileCoverageData, Range } from '@vitest/istanbul-lib-coverage';
import { create, createContext } from '@vitest/istanbul-lib-report';
import { repositoryRoot } from '../lib/paths.ts';
import { coverageFolders, toProjectFolder } from './folders.ts';
import { readPageScripts, readProcessScripts } from './raw-scripts.ts';
import { toSourceCoverage } from './remap.ts';
import { formatCoverage, sumParts } from './summary.ts';
import type { FileLines } from './summary.ts';

/**
 * Merges everything that the test runs recorded, prints the share of covered lines of each part of the product and the
 * lines that nothing ran, and writes both with an HTML report to `test-results/coverage/report`. Resolves with whether
 * every part reaches its minimum.
 */
export async function reportCoverage(projects: readonly string[]): Promise<boolean> {
  const map = createCoverageMap({});
  for (const project of projects) map.merge(await readProject(project));
  for (const script of [...(await readProcessScripts()), ...(await readPageScripts())]) {
    map.merge(await toSourceCoverage(script));
  }
  const sources = new Set(await listSources());
  map.filter((path) => sources.has(path));
  const loaded = new Set(map.files());
  for (const path of sources) if (!loaded.has(path)) map.merge(await toUntouched(path));

  const files = map.files().map((path): FileLines => {
    const lines = Object.entries(map.fileCoverageFor(path).getLineCoverage());
    const uncovered = lines.filter(([, hits]) => hits === 0).map(([line]) => Number(line));
    return { path: toRepositoryPath(path), lines: lines.length, uncovered };
  });
  const parts = sumParts(files);
  const text = formatCoverage(parts);
  console.log(text);
  await mkdir(coverageFolders.report, { recursive: true });
  await writeFile(join(coverageFolders.report, 'coverage.txt'), `${text}\n`);
  create('html').execute(createContext({ dir: coverageFolders.report, coverageMap: map }));
  return parts.every(({ isEnough }) => isEnough);
}

/** A run that was ended has no report of its own processes; what it started is recorded all the same. */
async function readProject(project: string): Promise<CoverageMapData> {
  const file = join(toProjectFolder(project), 'coverage-final.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as CoverageMapData;
  } catch {
    console.warn(
      `${toRepositoryPath(file)} is missing or damaged: lines that only the tests of ${project} run count as not covered.`,
    );
    return {};
  }
}

/** Every source file of the product, as an absolute path. */
async function listSources(): Promise<readonly string[]> {
  const folders = ['shared', 'main', 'renderer'].map(async (folder) => {
    const names = await readdir(join(repositoryRoot, folder), { recursive: true });
    return names.map((name) => join(repositoryRoot, folder, name));
  });
  return (await Promise.all(folders)).flat().filter((path) => /(?<!\.d)\.(?:ts|svelte)$/.test(path));
}

/**
 * A source that nothing loaded: each of its statements counts as not covered (types alone make no statement), and of a
 * component each line that is not blank.
 */
async function toUntouched(path: string): Promise<CoverageMapData> {
  const source = await readFile(path, 'utf8');
  if (path.endsWith('.svelte')) return { [path]: toUntouchedLines(path, source) };
  const code = stripTypeScriptTypes(source);
  const ranges = [{ startOffset: 0, endOffset: code.length, count: 0 }];
  const functions = [{ functionName: '', isBlockCoverage: true, ranges }];
  return toSourceCoverage({ url: pathToFileURL(path).href, code, functions, sourceMap: null });
}

function toUntouchedLines(path: string, source: string): FileCoverageData {
  const lines = source.split('\n').flatMap((text, index) => (text.trim() === '' ? [] : [{ line: index + 1, text }]));
  const statements = lines.map(({ line, text }): [number, Range] => [
    line,
    { start: { line, column: 0 }, end: { line, column: text.length } },
  ]);
  const hits = lines.map(({ line }): [number, number] => [line, 0]);
  const none = { fnMap: {}, branchMap: {}, f: {}, b: {} };
  return { path, ...none, statementMap: Object.fromEntries(statements), s: Object.fromEntries(hits) };
}

function toRepositoryPath(path: string): string {
  return relative(repositoryRoot, path).replaceAll('\\', '/');
}
