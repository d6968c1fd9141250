import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { bundleApp } from '../../build/lib/bundle.ts';
import { PlainFailure, runMain } from '../../build/lib/plain-failure.ts';
import { runOnTerminal } from '../../build/lib/run.ts';
import { createBench } from './lib/create-bench.ts';
import type { Measurement } from './lib/measurement.ts';
import { formatResult, type MeasurementResult } from './lib/print-results.ts';
import { allSources } from './measurements/all-sources.ts';
import { append } from './measurements/append.ts';
import { again } from './measurements/again.ts';
import { container } from './measurements/container.ts';
import { encryption } from './measurements/encryption.ts';
import { firstScan } from './measurements/first-scan.ts';
import { idle } from './measurements/idle.ts';
import { liveLoad } from './measurements/live-load.ts';
import { longRows } from './measurements/long-rows.ts';
import { longTables } from './measurements/long-tables.ts';
import { ledgerSize } from './measurements/ledger-size.ts';
import { mainThread } from './measurements/main-thread.ts';
import { mainWindow } from './measurements/main-window.ts';
import { memory } from './measurements/memory.ts';
import { popover } from './measurements/popover.ts';
import { processes } from './measurements/processes.ts';
import { realLogs } from './measurements/real-logs.ts';
import { serveLoad } from './measurements/serve-load.ts';
import { start } from './measurements/start.ts';
import { statusline } from './measurements/statusline.ts';

const measurements: readonly Measurement[] = [
  firstScan,
  again,
  encryption,
  realLogs,
  allSources,
  append,
  memory,
  mainThread,
  mainWindow,
  idle,
  liveLoad,
  ledgerSize,
  longRows,
  longTables,
  popover,
  processes,
  container,
  serveLoad,
  start,
  statusline,
];

/** `npm run bench [-- name …] [--size small|full] [--runs N] [--minutes N] [--json] [--no-build]`: see README.md. */
await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      size: { type: 'string', default: 'full' },
      runs: { type: 'string', default: '5' },
      minutes: { type: 'string' },
      json: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
    },
  });
  if (process.platform !== 'linux') throw new PlainFailure('The bench reads /proc, so it runs on Linux alone.');
  // The bench must not find the logs of the user's own agents.
  for (const name of ['CLAUDE_CONFIG_DIR', 'CODEX_HOME']) delete process.env[name];
  const { size } = values;
  if (size !== 'small' && size !== 'full') throw new PlainFailure('--size is small or full.');
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new PlainFailure('--runs is how often to run each, 5 for instance.');
  const minutes = values.minutes === undefined ? null : Number(values.minutes);
  if (minutes !== null && !(minutes > 0)) throw new PlainFailure('--minutes is how long load lasts, 30 for instance.');
  const wanted = positionals.length === 0 ? measurements : positionals.map((name) => findMeasurement(name));
  const isOnDesktop = process.env['DBUS_SESSION_BUS_ADDRESS'] !== undefined && process.env['DISPLAY'] !== undefined;
  if (!isOnDesktop && wanted.some(({ needsDesktop }) => needsDesktop)) return rerunOnDesktop();

  if (!values['no-build']) await bundleApp();
  const bench = createBench({ size, runs, minutes }, (line) => console.error(line));
  const results: MeasurementResult[] = [];
  try {
    for (const { name, title, measure } of wanted) {
      bench.say(`${name} (load ${loadavg()[0]?.toFixed(2)})`);
      const result = { name, title, figures: await measure(bench) };
      results.push(result);
      if (!values.json) console.log(`\n${formatResult(result)}\n`);
    }
  } finally {
    bench.dispose();
  }
  if (values.json) console.log(JSON.stringify({ size, runs, node: process.version, results }, null, 2));
  return 0;
});

function findMeasurement(name: string): Measurement {
  const found = measurements.find((measurement) => measurement.name === name);
  if (found !== undefined) return found;
  throw new PlainFailure(
    `There is no measurement "${name}"; there are ${measurements.map((each) => each.name).join(', ')}.`,
  );
}

/** A separate screen and session bus, as for the end-to-end tests. */
function rerunOnDesktop(): Promise<number> {
  return runOnTerminal('xvfb-run', ['-a', 'dbus-run-session', '--', process.execPath, ...process.argv.slice(1)]);
}
