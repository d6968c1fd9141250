import { isStale } from './freshness.ts';
import { repositoryRoot } from './paths.ts';
import { PlainFailure } from './plain-failure.ts';

const common = ['shared', 'vite.config.ts', 'package.json'];
const hostInputs = [...common, 'main'];
const hostOutputs = ['dist/cli.js', 'dist/statusline.cjs', 'dist/main/index.js'];
/** The dashboard that the server of the command line serves. */
const webOutput = 'dist/web/web/index.html';
const appInputs = [...hostInputs, 'renderer', 'svelte.config.js', 'build/extension'];
const appOutputs = [
  ...hostOutputs,
  'dist/preload/index.cjs',
  'dist/renderer/popover/index.html',
  'dist/renderer/main-window/index.html',
  'dist/renderer/gauge/index.html',
  webOutput,
  'dist/extension/manifest.json',
];

/** Builds the command line into dist/ if its sources are newer than the last build. Prints only errors. */
export async function bundleCommandLine(): Promise<void> {
  if (isStale([...hostOutputs, webOutput], [...hostInputs, 'renderer'])) await bundle(['main', 'statusline', 'web']);
}

/** Whether the whole app is in dist/ as its sources are now. */
export function isAppBundled(): boolean {
  return !isStale(appOutputs, appInputs);
}

/** Builds the whole app, and the browser extension beside it, into dist/ if its sources are newer than the last build. Prints only errors. */
export async function bundleApp(): Promise<void> {
  if (!isAppBundled()) await bundle(['main', 'statusline', 'preload', 'client', 'web', 'extension']);
}

async function bundle(environments: readonly string[]): Promise<void> {
  // Imported here, because most runs find a fresh build and should not wait for the bundler to load.
  const { createBuilder } = await import('vite');
  process.chdir(repositoryRoot);
  const builder = await createBuilder({ logLevel: 'error' });
  for (const name of environments) {
    const environment = builder.environments[name];
    if (environment === undefined) throw new Error(`vite.config.ts has no environment "${name}"`);
    try {
      await builder.build(environment);
    } catch (error) {
      throw new PlainFailure(
        `The build of "${name}" failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
