import { env } from 'node:process';

// Read by Stryker, which `build/mutation.ts` starts: https://stryker-mutator.io/docs/stryker-js/configuration
const folder = 'test-results/mutation';

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './build/mutation/ignore-words.js', './build/mutation/check-sample.js'],
  ignorers: ['words'],
  checkers: env['FUELGAUGE_MUTATION_ONE_IN'] === undefined ? [] : ['sample'],
  vitest: { configFile: 'build/mutation/vitest.config.ts', related: true, pool: 'threads' },
  // Each mutant runs only the tests that cover its line.
  coverageAnalysis: 'perTest',
  // What a module computes while it loads (tables, schemas) runs in every test: the whole suite for each mutant.
  ignoreStatic: true,
  // How much longer than without mutants a test may take on a busy machine.
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 30,
  // Results of mutants whose code and tests did not change are taken over from the run before.
  incremental: true,
  incrementalFile: `${folder}/incremental.json`,
  // Not below node_modules, where Vitest looks for no tests.
  tempDirName: `${folder}/work`,
  ignorePatterns: ['/dist', '/release', '/test-results', '/build/icons', '/.github', '/test/fixtures/screenshots'],
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: `${folder}/report.html` },
  jsonReporter: { fileName: `${folder}/report.json` },
  thresholds: { high: 95, low: 85, break: 85 },
};
