import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTestCounts, sumTestCounts } from '../../../build/lib/test-counts.ts';

describe('test counts', () => {
  it('are read from a report, and a report that is not there counts as a failure', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fuelgauge-counts-'));
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }));
    const read = readTestCounts(file);
    rmSync(folder, { recursive: true });
    expect(read).toEqual({ passed: 5, failed: 1, left: 3 });
    expect(sumTestCounts([read, readTestCounts(file)])).toEqual({ passed: 5, failed: 2, left: 3 });
  });
});
