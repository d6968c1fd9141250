import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageFile from '../package.json' with { type: 'json' };
import { toCommandTree } from '../main/node/cli/completion/command-tree.ts';
import { writeManPage } from '../main/node/cli/completion/man-page.ts';
import { createProgram } from '../main/node/cli/create-program.ts';
import { createNodeCliHost } from '../main/node/cli/node-cli-host.ts';
import { repositoryRoot } from './lib/paths.ts';

/** Writes dist/fuelgauge.1 from the program's own definition: `npm run man`, then `man dist/fuelgauge.1`. */
const unused = (): never => {
  throw new Error('no command runs here');
};
const program = createProgram(
  { ...createNodeCliHost(), loadServer: unused },
  { answer: unused, watch: unused, top: unused, run: unused, runBetween: unused, args: [], write: () => undefined },
);
// The day of a release is set from outside, so that the same sources give the same page.
const epochS = Number(process.env['SOURCE_DATE_EPOCH']);
const date = new Date(Number.isFinite(epochS) && epochS > 0 ? epochS * 1_000 : Date.now()).toISOString().slice(0, 10);
const page = writeManPage(toCommandTree(program), { version: packageFile.version, date });
mkdirSync(join(repositoryRoot, 'dist'), { recursive: true });
writeFileSync(join(repositoryRoot, 'dist', 'fuelgauge.1'), page);
