import { dirname, join } from 'node:path';
import { provideElectron } from '../../build/electron.ts';
import { isStale } from '../../build/lib/freshness.ts';
import { repositoryRoot } from '../../build/lib/paths.ts';
import { run } from '../../build/lib/run.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** The unpacked app as users get it. Read-only: other tests use the same one. */
export interface PackagedApp {
  readonly folder: string;
  /** The app. */
  readonly program: string;
  /** The launcher of the command line. */
  readonly commandLine: string;
}

const inputs = [
  ...['shared', 'main', 'renderer', 'build', 'vite.config.ts', 'svelte.config.js'],
  ...['electron-builder.yml', 'package.json', 'package-lock.json'],
];

/** Packages the app for this Linux unless a package of the same sources and Electron already exists. */
export async function providePackagedApp(): Promise<PackagedApp> {
  const { path, version } = await provideElectron();
  const output = join('node_modules', '.cache', 'fuelgauge', `packaged-on-electron-${version}`);
  const folder = join(repositoryRoot, output, 'linux-unpacked');
  await oneAtATime(join(repositoryRoot, `${output}.lock`), async () => {
    if (!isStale([join(output, 'linux-unpacked', 'resources', 'app.asar')], inputs)) return;
    // The environment variables of vitest must not turn this into a build for tests.
    const kept = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$)/.test(name));
    const env = { ...Object.fromEntries(kept), FUELGAUGE_ELECTRON: path };
    const args = ['build/package.ts', '--dir', '--built', '--output', dirname(folder)];
    const { code, stdout, stderr } = await run(process.execPath, args, { env });
    if (code !== 0) throw new Error(`packaging failed:\n${stdout}\n${stderr}`);
  });
  return { folder, program: join(folder, 'fuelgauge-app'), commandLine: join(folder, 'fuelgauge') };
}
