import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pagesFolderVariable } from '../support/renderer-site.ts';

/** Makes one folder for the built pages, so that all test files of a run share them, and deletes it in the end. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'fuelgauge-pages-'));
  process.env[pagesFolderVariable] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
