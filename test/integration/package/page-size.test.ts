import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isRecordingCoverage } from '../../../build/coverage/folders.ts';
import { repositoryRoot } from '../../../build/lib/paths.ts';

const folder = join(repositoryRoot, 'dist', 'renderer');

/** What a built page loads before it paints, except fonts: its scripts and styles, in order. */
function listFiles(page: string): readonly string[] {
  const html = readFileSync(join(folder, page, 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\.\.\/assets\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '');
}

const readAsset = (file: string): Buffer => readFileSync(join(folder, 'assets', file));

const importsAtOnce = /(?:from|import)\s*[`'"]\.\/([\w.-]+\.js)[`'"]/g;
const everyImport = /[`'"]\.\/([\w.-]+\.js)[`'"]/g;

/** Scripts and all that they import, directly or through others. */
function withImports(first: readonly string[], imports: RegExp): readonly string[] {
  const scripts = new Set(first);
  for (const script of scripts) {
    for (const [, file = ''] of readAsset(script).toString().matchAll(imports)) scripts.add(file);
  }
  return [...scripts];
}

/** All scripts that a page can ever run. */
function listEveryScript(page: string): readonly string[] {
  const first = listFiles(page).filter((file) => file.endsWith('.js'));
  return withImports(first, everyImport);
}

const pages = ['popover', 'main-window', 'gauge'];

// A page that grows beyond this usually loads what only another page, or the command line, needs. Pages that are built to
// measure coverage are not minified.
it.skipIf(isRecordingCoverage()).each([
  ['popover', 120],
  ['main-window', 250],
  ['gauge', 110],
])('the first load of %s is at most %d kB', (name, most) => {
  const files = listFiles(name);
  const bytes = files.reduce((sum, file) => sum + gzipSync(readAsset(file)).length, 0);
  expect(files.length).toBeGreaterThan(2);
  expect(bytes / 1000).toBeLessThan(most);
});

// Each file is a request that the main process answers before the page can paint.
it.each(pages)('%s loads few files before it paints', (page) => {
  expect(listFiles(page).length).toBeLessThanOrEqual(14);
});

it.each(pages)('%s never runs the script that mounts another page', (page) => {
  const own = listEveryScript(page);
  expect(own.length).toBeGreaterThan(5);
  for (const other of pages.filter((name) => name !== page)) {
    const entry = listFiles(other).findLast((file) => file.endsWith('.js')) ?? '';
    expect(entry).toMatch(new RegExp(`^${other}-`));
    expect(own).not.toContain(entry);
  }
});

// The page waits for its language: a language that waits for the page would leave both waiting for ever.
it.each(pages)('the languages of %s need nothing that waits for them', (page) => {
  const languages = listEveryScript(page).filter((file) =>
    /^(german|french|spanish|japanese|chinese|arabic)-/.test(file),
  );
  expect(languages).toHaveLength(6);
  for (const language of languages) {
    const waiting = withImports([language], importsAtOnce).filter((file) => readAsset(file).includes(`/${language}`));
    expect(waiting).toEqual([]);
  }
});
