import { readFileSync } from 'node:fs';

/** How many tests passed, failed, or were left out. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly left: number;
}

/** Reads the counts from vitest's JSON report; a missing or damaged report counts as one failure. */
export function readTestCounts(file: string): TestCounts {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, number>>;
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
    return { passed: numPassedTests, failed: numFailedTests, left: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1, left: 0 };
  }
}

/** Adds counts up. */
export function sumTestCounts(counts: readonly TestCounts[]): TestCounts {
  const sum = (pick: (one: TestCounts) => number): number => counts.reduce((total, one) => total + pick(one), 0);
  return { passed: sum((one) => one.passed), failed: sum((one) => one.failed), left: sum((one) => one.left) };
}
