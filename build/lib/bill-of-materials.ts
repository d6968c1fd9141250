import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A package with at least one module in a bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** From its package.json, such as `MIT`; null when it has none. */
  readonly license: string | null;
}

/** Packages that are in a bundle as files, not as modules. */
const assetPackages: readonly (readonly [file: RegExp, name: string])[] = [[/\.woff2$/, '@fontsource-variable/inter']];

/**
 * The packages that a bundle really holds, by the source maps of its scripts and the names of its other files: what is
 * used to build and test is not among them. `scripts` are paths, with a map beside each that holds modules.
 */
export async function listBundledPackages(
  scripts: readonly string[],
  assets: readonly string[],
  modules: string,
): Promise<readonly BundledPackage[]> {
  const names = new Set(
    assetPackages.filter(([file]) => assets.some((each) => file.test(each))).map(([, name]) => name),
  );
  for (const script of scripts) {
    // A script that only re-exports others has no map.
    const map = await readFile(`${script}.map`, 'utf8').catch(() => null);
    if (map === null) continue;
    const { sources } = JSON.parse(map) as { readonly sources: readonly string[] };
    for (const name of sources.flatMap(toPackageFolder)) names.add(name);
  }
  return Promise.all([...names].toSorted().map((name) => describe(name, modules)));
}

/** The folder of a module's package below the outermost `node_modules`: of `…/node_modules/@a/b/x.js` it is `@a/b`. */
function toPackageFolder(source: string): readonly string[] {
  const folder = /node_modules\/((?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1];
  return folder === undefined ? [] : [folder];
}

async function describe(folder: string, modules: string): Promise<BundledPackage> {
  const text = await readFile(join(modules, folder, 'package.json'), 'utf8');
  const { name, version, license } = JSON.parse(text) as Omit<BundledPackage, 'license'> & {
    readonly license?: unknown;
  };
  return { name, version, license: typeof license === 'string' ? license : null };
}

/** A bill of materials in CycloneDX, the same for the same packages. https://cyclonedx.org/docs/1.5/json/ */
export function toCycloneDx(
  subject: { readonly name: string; readonly version: string; readonly license: string },
  packages: readonly BundledPackage[],
): object {
  const toComponent = (type: string, { name, version, license }: BundledPackage): object => ({
    type,
    'bom-ref': `pkg:npm/${name}@${version}`,
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    ...(license !== null && { licenses: [{ expression: license }] }),
  });
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: toComponent('application', subject) },
    components: packages.map((each) => toComponent('library', each)),
    dependencies: [
      {
        ref: `pkg:npm/${subject.name}@${subject.version}`,
        dependsOn: packages.map(({ name, version }) => `pkg:npm/${name}@${version}`),
      },
    ],
  };
}

/** All files below a folder. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
