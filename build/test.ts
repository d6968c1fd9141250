import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allAgentsVariable } from './lib/agent-packages.ts';
import { coverageFolders, coverageVariable, isRecordingCoverage, toProjectFolder } from './coverage/folders.ts';
import { provideElectron } from './electron.ts';
import { repositoryRoot } from './lib/paths.ts';
import { PlainFailure, runMain } from './lib/plain-failure.ts';
import { runOnTerminal } from './lib/run.ts';
import {
  canInstallPackages,
  findMissingLibraries,
  findMissingTestTools,
  installPackages,
  listTestPackages,
  toInstallLine,
} from './lib/system-packages.ts';
import { desktopsVariable, startTestDesktop } from './lib/test-desktops.ts';
import type { TestDesktop } from './lib/test-desktops.ts';
import { readTestResults, sumTestResults } from './lib/test-results.ts';
import type { TestResults } from './lib/test-results.ts';
import { findTool } from './lib/tools.ts';

/** What `npm test` runs. */
const usualStages = ['check', 'unit', 'integration', 'agents', 'e2e'] as const;
const stageNames = [...usualStages, 'agents-all', 'container'] as const;
type StageName = (typeof stageNames)[number];

const results: TestResults[] = [];
const ranProjects: string[] = [];
const onLinux = process.platform === 'linux';
/** How many desktops the end-to-end tests have: four share two cores, since most of the time each waits. */
const desktopCount = Math.min(6, Math.max(4, availableParallelism()));

/**
 * `npm test`: runs all tests, on a machine where nothing is prepared. `npm test -- --only check,unit` runs only these
 * stages; `npm test -- --coverage` also measures which lines run (slower, and with pages that are not minified). After a
 * failed stage the next ones still run, unless they need its result.
 */
await runMain(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, coverage: { type: 'boolean' } } });
  if (values.coverage === true) startRecording();
  const wanted = parseStages(values.only);
  const failed: string[] = [];
  const stage = async (name: string, work: () => Promise<boolean>): Promise<boolean> => {
    console.log(`\n== ${name}`);
    const startedAtMs = performance.now();
    const passed = await work();
    if (!passed) failed.push(name);
    const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
    console.log(`== ${name}: ${passed ? 'ok' : 'FAILED'} (${seconds} s)`);
    return passed;
  };

  if (wanted.has('check')) await stage('check', () => runScript(join(repositoryRoot, 'build', 'check.ts')));
  if (wanted.has('unit')) await stage('unit', () => runTests({ name: 'unit', projects: ['unit', 'unit-mocking'] }));
  const needsBundle = wanted.has('integration') || wanted.has('e2e');
  const bundled = needsBundle && (await stage('build', buildApp));
  if (wanted.has('integration') && bundled) await stage('integration', () => runTests({ name: 'integration' }));
  if (wanted.has('agents-all')) process.env[allAgentsVariable] = '1';
  if (wanted.has('agents') || wanted.has('agents-all')) await stage('agents', () => runTests({ name: 'agents' }));
  if (wanted.has('container')) await stage('container', () => runTests({ name: 'container' }));
  if (wanted.has('e2e') && bundled) {
    const prepared = await stage('electron', prepareElectron);
    if (prepared) await stage('e2e', runEndToEndTests);
  }
  if (values.coverage === true) await stage('coverage', reportCoverage);

  const { passed, failed: failedTests, skipped, failures } = sumTestResults(results);
  // Repeated at the end, where they are easy to find after a long run.
  for (const failure of failures) console.log(`\n${failure}`);
  console.log(`\n${passed} passed, ${failedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});

function startRecording(): void {
  rmSync(coverageFolders.all, { recursive: true, force: true });
  process.env[coverageVariable] = '1';
}

async function reportCoverage(): Promise<boolean> {
  // Imported here, because a plain run does not need it.
  const report = await import('./coverage/report.ts');
  return report.reportCoverage(ranProjects);
}

function parseStages(list: string | undefined): ReadonlySet<StageName> {
  if (list === undefined) return new Set(usualStages);
  const names = list.split(',').map((name) => name.trim());
  const known = stageNames.filter((name) => names.includes(name));
  if (known.length === names.length) return new Set(known);
  throw new PlainFailure(`--only takes a comma-separated list of ${stageNames.join(', ')}.`);
}

async function runScript(script: string, ...args: readonly string[]): Promise<boolean> {
  return (await runOnTerminal(process.execPath, [script, ...args])) === 0;
}

async function buildApp(): Promise<boolean> {
  // The packaged app is made of it, without chunks of earlier builds.
  rmSync(join(repositoryRoot, 'dist'), { recursive: true, force: true });
  return runScript(findTool('vite'), 'build', '--app', '--logLevel', 'warn');
}

/** A run of Vitest, with one report. */
interface TestRun {
  /** Names its report. */
  readonly name: string;
  /** The projects of Vitest, of `name` unless given. */
  readonly projects?: readonly string[];
}

async function runTests({ name, projects = [name] }: TestRun): Promise<boolean> {
  const report = join(repositoryRoot, 'test-results', `${name}.json`);
  rmSync(report, { force: true });
  const vitest = [findTool('vitest'), 'run', ...projects.map((project) => `--project=${project}`), '--passWithNoTests'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const coverage = isRecordingCoverage()
    ? ['--coverage.enabled', `--coverage.reportsDirectory=${toProjectFolder(name)}`]
    : [];
  const code = await runOnTerminal(process.execPath, [...vitest, ...reporters, ...coverage]);
  ranProjects.push(name);
  results.push(readTestResults(report));
  return code === 0;
}

/**
 * On Linux, on several desktops at the same time. Elsewhere there is one desktop, and what is typed goes to one window.
 */
async function runEndToEndTests(): Promise<boolean> {
  if (!onLinux) return runTests({ name: 'e2e' });
  const desktops: TestDesktop[] = [];
  try {
    // One after another: each takes the first number that is free.
    for (let count = 0; count < desktopCount; count += 1) desktops.push(await startTestDesktop(100));
    process.env[desktopsVariable] = JSON.stringify(desktops.map(({ variables }) => variables));
    return await runTests({ name: 'e2e' });
  } finally {
    await Promise.all(desktops.map((desktop) => desktop.close()));
  }
}

/** Provides an Electron and a desktop to run it on. The end-to-end tests need both, so a missing one fails the stage. */
async function prepareElectron(): Promise<boolean> {
  try {
    const electron = await provideElectron();
    console.log(`Electron ${electron.version} (${electron.flavour}) at ${electron.path}`);
    await provideSystemPackages(electron.path);
    process.env['FUELGAUGE_ELECTRON'] = electron.path;
    return true;
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error;
    console.error(error.message);
    return false;
  }
}

async function provideSystemPackages(electron: string): Promise<void> {
  const findMissing = async (): Promise<readonly string[]> => [
    ...findMissingTestTools(),
    ...(await findMissingLibraries(electron)),
  ];
  const missing = await findMissing();
  if (missing.length === 0) return;
  const packages = listTestPackages();
  const describeMissing = async (): Promise<string> =>
    `The end-to-end tests need ${(await findMissing()).join(', ')}. On Debian or Ubuntu, install them with:\n` +
    `  ${await toInstallLine(packages)}`;
  if (!canInstallPackages()) throw new PlainFailure(await describeMissing());
  console.log(`Installing system packages, because these are missing: ${missing.join(', ')}`);
  const failure = await installPackages(packages);
  if (failure !== null || (await findMissing()).length > 0) {
    throw new PlainFailure(`${failure ?? ''}\n${await describeMissing()}`.trim());
  }
}
