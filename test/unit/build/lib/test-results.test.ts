import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTestResults, sumTestResults } from '../../../../build/lib/test-results.ts';

describe('test results', () => {
  it('are read from a report, and a missing report counts as a failure', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fuelgauge-counts-'));
    const file = join(folder, 'report.json');
    const failed = { status: 'failed', fullName: 'adds up', failureMessages: ['expected 1 to be 2', 'at x.ts'] };
    const testResults = [
      { name: 'x.test.ts', status: 'failed', assertionResults: [failed, { status: 'passed', fullName: 'b' }] },
      { name: 'y.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ];
    writeFileSync(
      file,
      JSON.stringify({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults }),
    );
    const read = readTestResults(file);
    rmSync(folder, { recursive: true });
    const failures = ['x.test.ts: adds up\n    expected 1 to be 2\n    at x.ts', 'y.test.ts: \n    no such module'];
    expect(read).toEqual({ passed: 5, failed: 1, skipped: 3, failures });
    expect(sumTestResults([read, readTestResults(file)])).toEqual({
      passed: 5,
      failed: 2,
      skipped: 3,
      failures: [...failures, `${file} is missing or damaged`],
    });
  });
});
