import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A suite may leave thousands of folders. */
const removalMs = 120_000;

/**
 * Creates empty folders that are removed after the tests of the file, also where a process that was killed still writes
 * into them. Call it at the top of a test file.
 */
export function useTemporaryFolders(): () => string {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }, removalMs);
  return () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'fuelgauge-test-'));
    folders.push(folder);
    return folder;
  };
}
