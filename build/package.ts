import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, Platform } from 'electron-builder';
import type { Configuration } from 'electron-builder';
import { provideElectron } from './electron.ts';
import type { ProvidedElectron } from './electron.ts';
import { bundleApp, isAppBundled } from './lib/bundle.ts';
import { repositoryRoot } from './lib/paths.ts';
import { toSigning } from './lib/signing.ts';
import { PlainFailure, runMain } from './lib/plain-failure.ts';

/**
 * `npm run package`: builds the installers for this system into release/. `--dir` builds only the unpacked app, with
 * whichever Electron is available; `--built` packs what is in dist/ if it is newer than its sources, for tests that others
 * share dist/ with; `--release` builds nothing that is not signed (see `toSigning`); `--output <folder>` writes elsewhere.
 */
await runMain(async () => {
  const { values } = parseArgs({
    options: {
      dir: { type: 'boolean' },
      built: { type: 'boolean' },
      release: { type: 'boolean' },
      output: { type: 'string' },
    },
  });
  const output = resolve(values.output ?? join(repositoryRoot, 'release'));
  const signing = toSigning(process.platform, process.env, values.release === true);
  process.chdir(repositoryRoot);
  if (values.built !== true || !isAppBundled()) {
    // Otherwise chunks of earlier builds would be packed too.
    await rm('dist', { recursive: true, force: true });
    await bundleApp();
  }
  const electron = await provideElectron();
  if (electron.flavour !== 'pinned' && !values.dir) {
    throw new PlainFailure('Installers contain the pinned Electron, which is not available here: only --dir works.');
  }
  const staging = await mkdtemp(join(tmpdir(), 'fuelgauge-package-'));
  try {
    await build({
      targets: Platform.current().createTarget(values.dir ? 'dir' : undefined),
      publish: 'never',
      config: {
        directories: { output },
        ...signing,
        ...(values.dir ? await useProvided(electron, staging) : {}),
      },
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return 0;
});

async function useProvided(electron: ProvidedElectron, staging: string): Promise<Configuration> {
  if (electron.flavour === 'pinned') return { electronDist: join(repositoryRoot, 'node_modules', 'electron', 'dist') };
  const launcher = join(dirname(electron.path), 'resources', 'app');
  await cp(dirname(electron.path), staging, { recursive: true, filter: (source) => source !== launcher });
  return {
    electronDist: staging,
    electronVersion: electron.version,
    // Electron versions older than the pinned one have no built-in SQLite.
    extraResources: ['libsql', '@libsql', '@neon-rs', 'detect-libc'].map((name) => ({
      from: join('node_modules', name),
      to: join('node_modules', name),
    })),
  };
}
