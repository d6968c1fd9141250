import { defineConfig } from 'vitest/config';

/** The tests that mutants have to survive: those of `shared` and of the ledger's stores, as `npm test` runs them. */
export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    include: ['test/unit/shared/**/*.test.ts', 'test/unit/main/node/store/**/*.test.ts', 'test/contract/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
