import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mockingTests } from '../../../build/mocking-tests.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Unit tests that do not match a source by name, and why. */
const exceptions: Readonly<Record<string, string>> = {
  architecture: 'the rules that hold for all sources',
  'main/node/cli/output/long-table': 'a table and how it is printed, in the size that once took too long',
  'main/node/ingest/lines/repeated-rows': 'a property of everything that reads lines, together',
  'main/node/cli/json-schemas': 'what the commands print, held to the schemas',
  'main/node/cli/table-sums': 'what the commands print, table against JSON against CSV',
  'shared/contract/new-call': 'what it takes to add a call',
  'shared/messages/labels': 'sentences that name a label, in every language',
  'shared/messages/sheets': 'every sentence in every language, as people proofread them',
  'shared/messages/typography': 'every sentence in every language, by its marks',
  'shared/sources/golden-cases': 'every source, on the golden cases',
  'shared/sources/hostile-documents': 'every source, on damaged and malicious documents',
  'shared/sources/hostile-lines': 'every source, on damaged and malicious lines',
  'shared/sources/real-logs': 'every source, on real logs',
};

const tests = readdirSync(join(root, 'test/unit'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));

/** Whether there is such a file or folder: in the product, in `build`, or among the helpers in `test`. */
function hasSource(path: string): boolean {
  return ['', 'test/'].some((place) =>
    ['', '.ts', '.svelte', '.svelte.ts', '.cjs'].some((ending) => existsSync(join(root, `${place}${path}${ending}`))),
  );
}

const isException = (path: string): boolean =>
  Object.keys(exceptions).some((exception) => path === exception || path.startsWith(`${exception}/`));

describe('unit tests', () => {
  it('mirror the path of the file or folder that they test', () => {
    const misplaced = tests
      .map((path) => path.replace(/\.test\.ts$/, ''))
      .filter((path) => !isException(path) && !hasSource(path));
    expect(misplaced).toEqual([]);
  });

  it('are the only files in test/unit: shared code is in test/support, test/fakes and test/fixtures', () => {
    expect(tests.filter((path) => !path.endsWith('.test.ts'))).toEqual([]);
  });

  it('are listed if they replace or reload modules, because all others share their modules', () => {
    const mocking = tests
      .filter((path) =>
        /^vi\.(?:do)?[mM]ock\(|\bvi\.resetModules\(/m.test(readFileSync(join(root, 'test/unit', path), 'utf8')),
      )
      .map((path) => `test/unit/${path}`);
    expect(mocking.toSorted()).toEqual([...mockingTests].toSorted());
  });

  it('list no exception that is no longer needed', () => {
    const isThere = (path: string): boolean =>
      existsSync(join(root, 'test/unit', path)) || tests.includes(`${path}.test.ts`);
    expect(Object.keys(exceptions).filter((path) => hasSource(path) || !isThere(path))).toEqual([]);
  });
});
