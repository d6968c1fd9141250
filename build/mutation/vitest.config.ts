import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ofShared = ['test/unit/shared/**/*.test.ts'];
/**
 * These go through much of `shared` too, but each round takes a minute: only mutants of the ledger meet them. Without the
 * crash test, whose ledger is written by another process, where there is no mutant.
 */
const ofLedger = [
  'test/unit/main/node/store/**/*.test.ts',
  'test/contract/**/*.test.ts',
  'test/integration/store/!(crash).test.ts',
];

const paths = process.env['FUELGAUGE_MUTATED_PATHS']?.split(',') ?? [];
const isLedgerMutated = paths.length === 0 || paths.some((path) => !/^shared\/(?!ledger)/.test(path));

/** A mutant that a unit test notices, which most do, needs no slower test: the first failure ends its run. */
class UnitTestsFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlower = ({ moduleId }: TestSpecification): number => (moduleId.includes('/test/unit/') ? 0 : 1);
    return Promise.resolve(files.toSorted((a, b) => isSlower(a) - isSlower(b)));
  }
}

/** The tests that mutants have to survive, as `npm test` runs them. */
export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    include: [...ofShared, ...(isLedgerMutated ? ofLedger : [])],
    sequence: { sequencer: UnitTestsFirst },
    testTimeout: 60_000,
  },
});
