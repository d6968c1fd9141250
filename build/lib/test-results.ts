import { readFileSync } from 'node:fs';

/** The results of a project's tests. */
export interface TestResults {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Every test that failed: its file, its name and the first lines of its message. */
  readonly failures: readonly string[];
}

interface VitestReport {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly numPendingTests?: number;
  readonly numTodoTests?: number;
  readonly testResults?: readonly {
    readonly name: string;
    readonly status?: string;
    readonly message?: string;
    readonly assertionResults?: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

const maxMessageLines = 12;

/** Reads the results from Vitest's JSON report. A missing or damaged report counts as one failure. */
export function readTestResults(file: string): TestResults {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
    return {
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
      failures: listFailures(report),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: [`${file} is missing or damaged`] };
  }
}

/** Sums the results of several projects. */
export function sumTestResults(results: readonly TestResults[]): TestResults {
  const sum = (pick: (one: TestResults) => number): number => results.reduce((total, one) => total + pick(one), 0);
  return {
    passed: sum((one) => one.passed),
    failed: sum((one) => one.failed),
    skipped: sum((one) => one.skipped),
    failures: results.flatMap((one) => one.failures),
  };
}

function listFailures({ testResults = [] }: VitestReport): readonly string[] {
  return testResults.flatMap(({ name, status, message, assertionResults = [] }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that failed to load has no tests.
    if (failed.length === 0 && status === 'failed') return [formatFailure(name, '', message ?? '')];
    return failed.map((test) => formatFailure(name, test.fullName, test.failureMessages?.join('\n') ?? ''));
  });
}

function formatFailure(file: string, test: string, message: string): string {
  const lines = message.split('\n').slice(0, maxMessageLines);
  return [`${file}: ${test}`, ...lines.map((line) => `    ${line}`)].join('\n');
}
