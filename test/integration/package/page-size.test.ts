import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isRecordingCoverage } from '../../../build/coverage/folders.ts';
import { repositoryRoot } from '../../../build/lib/paths.ts';

const folder = join(repositoryRoot, 'dist', 'renderer');

/** Everything that a built page loads before it paints, except fonts: its scripts and styles, gzipped. */
function measurePage(name: string): { readonly files: number; readonly bytes: number } {
  const html = readFileSync(join(folder, name, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\.\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '');
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0),
  };
}

// A page that grows beyond this usually loads what only another page, or the command line, needs. Pages that are built to
// measure coverage are not minified.
it.skipIf(isRecordingCoverage()).each([
  ['popover', 120],
  ['main-window', 250],
  ['gauge', 110],
])('the first load of %s is at most %d kB', (name, most) => {
  const { files, bytes } = measurePage(name);
  expect(files).toBeGreaterThan(2);
  expect(bytes / 1000).toBeLessThan(most);
});
