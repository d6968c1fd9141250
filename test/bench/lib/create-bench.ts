import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { provideCorpus, type CorpusSize } from '../corpus/provide-corpus.ts';
import type { Bench } from './measurement.ts';

/** A bench, and how to remove everything temporary. */
export interface OwnedBench extends Bench {
  dispose(): void;
}

/** Sets up a bench for the current build of the app. */
export function createBench(
  { size, runs, minutes }: { readonly size: CorpusSize; readonly runs: number; readonly minutes: number | null },
  say: (line: string) => void,
): OwnedBench {
  const root = mkdtempSync(join(tmpdir(), 'fuelgauge-bench-'));
  const appFolder = join(root, 'app');
  mkdirSync(appFolder);
  cpSync(join(repositoryRoot, 'dist'), join(appFolder, 'dist'), { recursive: true });
  cpSync(join(repositoryRoot, 'package.json'), join(appFolder, 'package.json'));
  symlinkSync(join(repositoryRoot, 'node_modules'), join(appFolder, 'node_modules'));
  const newFolder = (): string => mkdtempSync(join(root, 'folder-'));
  return {
    size,
    runs,
    minutes,
    appFolder,
    newFolder,
    say,
    corpus: (name) => provideCorpus(name, size, say),
    newHome(claude, codex) {
      const home = newFolder();
      const [only, ...more] = claude;
      if (only !== undefined && more.length === 0) {
        mkdirSync(join(home, '.claude'));
        symlinkSync(only, join(home, '.claude', 'projects'));
      } else if (only !== undefined) {
        mkdirSync(join(home, '.claude', 'projects'), { recursive: true });
        claude.forEach((folder, index) => symlinkSync(folder, join(home, '.claude', 'projects', `part-${index}`)));
      }
      if (codex !== undefined) {
        mkdirSync(join(home, '.codex'));
        symlinkSync(codex, join(home, '.codex', 'sessions'));
      }
      return home;
    },
    dispose: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
