import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders are mutated in one run; without any named, all. */
const paths = process.env['FUELGAUGE_MUTATED_PATHS']?.split(',') ?? ['shared', 'main/node/store'];
const isMutated = (pattern: RegExp): boolean => paths.some((path) => pattern.test(path));

/**
 * Tests of the ledger go through much of `shared`, and each round takes a minute: only mutants of the ledger's own rules
 * and of imports, which ask the ledger, meet them, on the store in memory, and mutants of the SQLite store, on one of the
 * two SQLite libraries. Without the crash test, whose ledger is written by another process, where there is no mutant.
 */
const stores = isMutated(/^main\//)
  ? ['memory', 'node']
  : isMutated(/^shared(\/?$|\/(ledger|imports)(\/|$))/)
    ? ['memory']
    : [];
/** Mutants of sentences meet the tests of sentences alone: nearly every other test shows some. */
const ofShared = paths.every((path) => /^shared\/messages(\/|$)/.test(path)) ? 'shared/messages' : 'shared';
const tests = [
  ...(isMutated(/^shared/) ? [`test/unit/${ofShared}/**/*.test.ts`] : []),
  ...(stores.length > 0 ? ['test/contract/**/*.test.ts'] : []),
  ...(stores.includes('node')
    ? ['test/unit/main/node/store/**/*.test.ts', 'test/integration/store/!(crash).test.ts']
    : []),
];

/** Replay weeks, or try hundreds of histories: seconds for each mutant, and each rule has a test of its own. */
const wholes = [
  'test/unit/shared/forecast.test.ts',
  'test/unit/shared/forecast/backtest.test.ts',
  'test/unit/shared/limits.test.ts',
];

/** Try tens of thousands of lines on every reader: of little use to know which rule of a source is broken. */
const fuzz = isMutated(/^shared\/sources/) ? ['test/unit/shared/sources/hostile-*.test.ts'] : [];

/** The same, in files that have quick tests, too: damage every page, kill processes, compare every report. */
const wholesByName = [
  'whichever page it is',
  'loses only what was on that page',
  'keeps its totals when part of it had been compacted',
  'by a process that is killed holds all of them',
  'the writer of a ledger',
  'changes no report in any time zone',
  'blocks of a ledger',
  'before and after they are indexed',
];

/** Seconds each: only for mutants that the quick ones have not noticed. */
const slow =
  /\/(ledger-(compaction|sums|writer)|encryption|kept-ledger|log-folding|salvage|superseded-sums)\.test\.ts$/;

/** The tests of the mutated folder, then those of others, then those that try thousands of rows or open databases. */
function toRank({ moduleId }: TestSpecification): number {
  if (paths.some((path) => moduleId.includes(`/test/unit/${path.replace(/\.ts$/, '.test.ts')}`))) return 0;
  if (slow.test(moduleId)) return 3;
  return moduleId.includes('/test/unit/') && !moduleId.includes('/hostile-') ? 1 : 2;
}

/** Most mutants need few tests: the first failure ends a run. */
class QuickTestsFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => toRank(a) - toRank(b)));
  }
}

/** The tests that mutants have to survive, as `npm test` runs them but for the choice of stores. */
export default defineConfig({
  test: {
    env: { TZ: 'UTC', FUELGAUGE_TEST_LEDGERS: stores.join(',') },
    include: tests,
    exclude: [...wholes, ...fuzz],
    testNamePattern: new RegExp(`^(?!.*(${wholesByName.join('|')}))`),
    sequence: { sequencer: QuickTestsFirst },
    testTimeout: 60_000,
  },
});
