import { availableParallelism } from 'node:os';
import { PlainFailure, runMain } from './lib/plain-failure.ts';
import { run } from './lib/run.ts';
import { findTool } from './lib/tools.ts';

interface Step {
  readonly name: string;
  readonly tool: string;
  readonly command?: string;
  readonly args: readonly string[];
}

/** Where a step keeps what it found: the next run looks again only at files that have changed. */
const cacheOf = (name: string): string => `node_modules/.cache/${name}`;

/** The type check of an environment. */
function checkTypes(name: string, project: string): Step {
  const incremental = ['--incremental', '--tsBuildInfoFile', `${cacheOf('types')}/${name}.tsbuildinfo`];
  return { name: `types:${name}`, tool: 'typescript', command: 'tsc', args: ['-p', project, ...incremental] };
}

/** One type check per environment, so that a file cannot use what its environment lacks. The longest steps come first. */
const steps: readonly Step[] = [
  {
    name: 'lint',
    tool: 'eslint',
    args: ['--max-warnings=0', '--cache', '--cache-location', `${cacheOf('eslint')}/`, '.'],
  },
  {
    name: 'types:renderer',
    tool: 'svelte-check',
    args: ['--tsconfig', 'renderer/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  },
  checkTypes('test', 'test'),
  checkTypes('main', 'main'),
  checkTypes('preload', 'main/preload'),
  checkTypes('shared', 'shared'),
  {
    name: 'imports',
    tool: 'dependency-cruiser',
    command: 'depcruise',
    args: ['--config', '.dependency-cruiser.cjs', 'shared', 'main', 'renderer', 'build', 'vite.config.ts'],
  },
  { name: 'unused', tool: 'knip', args: ['--no-progress'] },
  {
    name: 'format',
    tool: 'prettier',
    args: [
      ...['--check', '--log-level', 'warn'],
      ...['--cache', '--cache-strategy', 'content', '--cache-location', cacheOf('format'), '.'],
    ],
  },
];

/** `npm run check [-- step…]`: everything that can be checked without running the code. */
await runMain(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new PlainFailure(
      `Unknown step: ${unknown.join(', ')}. The steps are ${steps.map((step) => step.name).join(', ')}.`,
    );
  }
  const queue = steps.filter((step) => wanted.length === 0 || wanted.includes(step.name));
  let failures = 0;
  const work = async (): Promise<void> => {
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
      if (!(await passes(step))) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  return failures === 0 ? 0 : 1;
});

async function passes(step: Step): Promise<boolean> {
  const startedAtMs = performance.now();
  const { code, stdout, stderr } = await run(process.execPath, [findTool(step.tool, step.command), ...step.args]);
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`);
  if (code !== 0) console.log(`${stdout}${stderr}`.trimEnd());
  return code === 0;
}
