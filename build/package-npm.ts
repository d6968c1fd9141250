import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listBundledPackages, listFiles, toCycloneDx } from './lib/bill-of-materials.ts';
import { bundleCommandLine } from './lib/bundle.ts';
import { listBundleFiles } from './lib/bundle-files.ts';
import { repositoryRoot } from './lib/paths.ts';
import { PlainFailure, runMain } from './lib/plain-failure.ts';
import { run } from './lib/run.ts';

/** The command, and the threads and the program that it starts by their file names. */
const entries = ['cli.js', 'main/scan-worker.js', 'main/engine-worker.js', 'statusline.cjs'];
/**
 * The fields of package.json that also apply to the command line alone: everything is bundled, so it depends on nothing
 * but Node.
 */
const fields = ['name', 'version', 'description', 'license', 'type', 'bin', 'engines'];

/**
 * `npm run package:npm`: packs the command line as an npm package into release/, for machines without a screen;
 * `--output <folder>` writes elsewhere. Prints the path of the package.
 */
await runMain(async () => {
  const { values } = parseArgs({ options: { output: { type: 'string' } } });
  const output = resolve(values.output ?? join(repositoryRoot, 'release'));
  await bundleCommandLine();
  const staging = await mkdtemp(join(tmpdir(), 'fuelgauge-npm-'));
  try {
    await stage(staging);
    await mkdir(output, { recursive: true });
    console.log(join(output, await pack(staging, output)));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return 0;
});

async function stage(folder: string): Promise<void> {
  const bundle = join(repositoryRoot, 'dist');
  const scripts = await listBundleFiles(bundle, entries);
  for (const file of scripts) {
    const target = join(folder, 'dist', file);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(bundle, file), target);
  }
  // The dashboard is served as it was built; source maps are for developers.
  const filter = (file: string): boolean => !file.endsWith('.map');
  await cp(join(bundle, 'web'), join(folder, 'dist/web'), { recursive: true, filter });
  for (const file of ['README.md', 'LICENSE']) await cp(join(repositoryRoot, file), join(folder, file));
  const whole = JSON.parse(await readFile(join(repositoryRoot, 'package.json'), 'utf8')) as Record<string, unknown>;
  const manifest = Object.fromEntries(fields.map((name) => [name, whole[name]]));
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeBillOfMaterials(folder, scripts, manifest as { name: string; version: string; license: string });
}

/** Writes sbom.json: the packages that are in the bundle, which those of package.json are not. */
async function writeBillOfMaterials(
  folder: string,
  scripts: readonly string[],
  subject: { readonly name: string; readonly version: string; readonly license: string },
): Promise<void> {
  const bundle = join(repositoryRoot, 'dist');
  const web = await listFiles(join(bundle, 'web'));
  const pages = web.filter((file) => file.endsWith('.js') && web.includes(`${file}.map`));
  const modules = join(repositoryRoot, 'node_modules');
  const packages = await listBundledPackages([...scripts.map((file) => join(bundle, file)), ...pages], web, modules);
  await writeFile(join(folder, 'sbom.json'), `${JSON.stringify(toCycloneDx(subject, packages), null, 2)}\n`);
}

/** Runs the npm that started this script, if one did; returns the name of the package file. */
async function pack(folder: string, output: string): Promise<string> {
  const npm = process.env['npm_execpath'];
  const args = ['pack', folder, '--pack-destination', output, '--silent', '--ignore-scripts'];
  const { code, stdout, stderr } = await (npm === undefined ? run('npm', args) : run(process.execPath, [npm, ...args]));
  const name = stdout.trim().split('\n').at(-1) ?? '';
  if (code !== 0 || name === '') throw new PlainFailure(`npm pack failed: ${stderr.trim() || `exit code ${code}`}`);
  return name;
}
