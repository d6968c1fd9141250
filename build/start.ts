import { provideElectron } from './electron.ts';
import { bundleApp } from './lib/bundle.ts';
import { repositoryRoot } from './lib/paths.ts';
import { PlainFailure, runMain } from './lib/plain-failure.ts';
import { runOnTerminal } from './lib/run.ts';
import { findMissingLibraries, toInstallLine, toPackages } from './lib/system-packages.ts';

/** `npm start`: the tray app from the sources as they stand, on a real Electron. */
await runMain(async () => {
  requireDisplay();
  await bundleApp();
  const electron = await provideElectron();
  const missing = await findMissingLibraries(electron.path);
  if (missing.length > 0) {
    throw new PlainFailure(
      `Electron needs libraries that are missing here (${missing.join(', ')}). On Debian or Ubuntu install them with:\n` +
        `  ${await toInstallLine(toPackages(missing))}`,
    );
  }
  return runOnTerminal(electron.path, [...rootArguments(), repositoryRoot, ...process.argv.slice(2)]);
});

function requireDisplay(): void {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return;
  throw new PlainFailure(
    'There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): on a server use "npm run cli -- watch".',
  );
}

/** Chromium refuses to start as root with its sandbox on. */
function rootArguments(): readonly string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  console.error('Running as root, so without the Chromium sandbox; this is for trials alone, use your own account.');
  return ['--no-sandbox'];
}
