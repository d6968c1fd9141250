import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listBundleFiles } from '../../../../build/lib/bundle-files.ts';
import { useTemporaryFolders } from '../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();

it('follows imports of every form, and neither comments nor packages', async () => {
  const folder = createFolder();
  mkdirSync(join(folder, 'chunks'));
  const files = {
    'cli.js':
      '#!/usr/bin/env node\nimport { a } from "./chunks/a.js";\nimport "node:fs";\nawait import("./chunks/b.js");',
    'chunks/a.js': "/** @type {import('./gone.js').Gone} */\nexport { c } from './c.js';\nimport '../cli.js';",
    // A backtick that begins no template.
    'chunks/b.js': 'import x from "some-package";\nconst quotes = /[`"]/;\nawait import("./e.js");',
    'chunks/c.js': 'export const c = "import(\\"./d.js\\")";',
    'chunks/d.js': '',
    'chunks/e.js': '',
  };
  for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, name), code);
  expect(await listBundleFiles(folder, ['cli.js'])).toEqual([
    ...['chunks/a.js', 'chunks/b.js', 'chunks/c.js', 'chunks/e.js', 'cli.js'],
  ]);
  await expect(listBundleFiles(folder, ['missing.js'])).rejects.toThrow('missing.js');
});
