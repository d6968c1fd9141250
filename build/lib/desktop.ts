import { PlainFailure } from './plain-failure.ts';
import { findMissingLibraries, toInstallLine, toPackages } from './system-packages.ts';

/** Throws a `PlainFailure` on a Linux without a screen. */
export function requireDisplay(): void {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return;
  throw new PlainFailure(
    'There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): on a server use "npm run cli -- watch".',
  );
}

/** Throws a `PlainFailure` that names what to install when this Linux lacks libraries that Electron needs. */
export async function requireLibraries(electronPath: string): Promise<void> {
  const missing = await findMissingLibraries(electronPath);
  if (missing.length === 0) return;
  throw new PlainFailure(
    `Electron needs libraries that are missing here (${missing.join(', ')}). On Debian or Ubuntu install them with:\n` +
      `  ${await toInstallLine(toPackages(missing))}`,
  );
}

/** The arguments that Electron needs as root, where Chromium refuses to start with its sandbox; none otherwise. */
export function toRootArguments(): readonly string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  console.error('Running as root, so without the Chromium sandbox; this is for trials alone, use your own account.');
  return ['--no-sandbox'];
}
