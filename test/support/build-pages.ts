import { join, resolve } from 'node:path';
import { build } from 'vite';
import { isRecordingCoverage } from '../../build/coverage/folders.ts';
import { createFakeHostPlugin } from '../fakes/plugin.ts';

/**
 * `node test/support/build-pages.ts FOLDER`: builds the pages with the fake host into the folder. A program of its
 * own, because a test runner's environment changes the build of the same code.
 */
const folder = process.argv[2];
if (folder === undefined) throw new Error('name the folder to build into');
const root = resolve(import.meta.dirname, '../..');
await build({
  configFile: join(root, 'vite.config.ts'),
  plugins: [createFakeHostPlugin()],
  logLevel: 'error',
  environments: {
    client: {
      build: {
        outDir: folder,
        emptyOutDir: true,
        sourcemap: isRecordingCoverage() && 'inline',
        minify: false,
        // No part of the app: the design system in every state.
        rolldownOptions: { input: { gallery: join(root, 'renderer', 'gallery', 'index.html') } },
      },
    },
  },
});
