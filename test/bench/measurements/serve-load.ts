import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { run } from '../../../build/lib/run.ts';
import { PlainFailure } from '../../../build/lib/plain-failure.ts';
import { toPeerEnvironment } from '../../compare/peers/peer.ts';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import { findDebianLibraries, findDebianProgram } from '../../support/debian-program.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { toFigure, type Figure } from '../lib/figure.ts';
import type { Bench, Measurement } from '../lib/measurement.ts';
import { readTree } from '../lib/process-tree.ts';

const followers = 200;
const requestsPerSecond = 2_000;
const connections = 40;
const linesPerSecond = 20;
const events = 20_000;
/** Reading `smaps` is work, too. */
const sampleMs = 5_000;
/** What a dashboard asks for. */
const paths = ['/api/snapshot', '/api/report', '/api/limits', '/api/sessions', '/api/forecast'];

/** What a server does under load, while logs are written: how long answers take, and whether memory stays. */
export const serveLoad: Measurement = {
  name: 'serve-load',
  title: `${followers} followers of live changes and ${requestsPerSecond.toLocaleString('en')} requests a second, while logs are written`,
  needsDesktop: false,
  async measure(bench) {
    const wrk = await findDebianProgram('wrk', 'wrk');
    if (wrk === null) throw new PlainFailure('The measurement needs wrk, from the Debian package of that name.');
    const home = bench.newFolder();
    writeHistory(home);
    const server = await startServer(bench, home);
    try {
      return await measureLoad(bench, { ...server, home, wrk });
    } finally {
      server.child.kill('SIGTERM');
    }
  },
};

interface Loaded {
  readonly child: ChildProcess;
  readonly address: string;
  readonly home: string;
  readonly wrk: string;
}

async function startServer(bench: Bench, home: string): Promise<Pick<Loaded, 'child' | 'address'>> {
  const data = bench.newFolder();
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ server: { requestsPerMinute: 1_000_000 } }));
  const args = ['serve', '--port', '0', '--json', '--home', home, '--data', data];
  const child = spawn(process.execPath, [join(bench.appFolder, 'dist', 'cli.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: toPeerEnvironment(home),
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { address } = JSON.parse(line) as { address: string };
  await waitUntil('readiness', async () => (await fetch(`${address}/readyz`)).status === 200);
  return { child, address };
}

async function measureLoad(bench: Bench, loaded: Loaded): Promise<readonly Figure[]> {
  const seconds = bench.minutes === null ? (bench.size === 'full' ? 60 : 10) : bench.minutes * 60;
  const streams = await Promise.all(Array.from({ length: followers }, () => follow(loaded.address)));
  const writing = writeLines(loaded.home);
  try {
    // The first round warms up, and shows the memory that load takes.
    await request(loaded, 5, bench.newFolder());
    const before = readTree(loaded.child.pid ?? 0);
    const memory = watchMemory(loaded.child.pid ?? 0, bench.say);
    const { p99Ms, maxMs, perSecond, errors } = await request(loaded, seconds, bench.newFolder());
    const after = readTree(loaded.child.pid ?? 0);
    const growth = memory.end();
    if (errors > 0) throw new Error(`${errors} requests were not answered`);
    const fewest = Math.min(...streams.map(({ changes }) => changes()));
    if (fewest === 0) throw new Error('a follower received no change');
    return [
      toFigure('requests a second', 'count', perSecond),
      toFigure('an answer, 99th percentile', 'ms', p99Ms, 50),
      toFigure('an answer, longest', 'ms', maxMs),
      toFigure('changes that the follower with the fewest received', 'count', fewest),
      toFigure('processor, of one core', 'share', (after.cpuMs - before.cpuMs) / (seconds * 1_000)),
      toFigure('memory (PSS) after the warm-up', 'bytes', before.pssBytes),
      toFigure('memory (PSS) at the end', 'bytes', after.pssBytes),
      toFigure('growth of memory (PSS) a minute, over the second half', 'bytes', growth),
    ];
  } finally {
    clearInterval(writing);
    for (const { end } of streams) end();
  }
}

/** Samples the memory of a server; at the end, what it gains a minute over the second half, as a least-squares line. */
function watchMemory(pid: number, say: Bench['say']): { readonly end: () => number } {
  const samples: { readonly minutes: number; readonly bytes: number }[] = [];
  const startedAtMs = performance.now();
  const sample = (): void => {
    const minutes = (performance.now() - startedAtMs) / 60_000;
    const { pssBytes } = readTree(pid);
    samples.push({ minutes, bytes: pssBytes });
    if (samples.length % 12 === 0) say(`${minutes.toFixed(1)} minutes: ${Math.round(pssBytes / 1e6)} MB`);
  };
  const sampling = setInterval(sample, sampleMs);
  return {
    end() {
      clearInterval(sampling);
      sample();
      return toSlope(samples.slice(Math.floor(samples.length / 2)));
    },
  };
}

function toSlope(samples: readonly { readonly minutes: number; readonly bytes: number }[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middle, level] = [mean(samples.map(({ minutes }) => minutes)), mean(samples.map(({ bytes }) => bytes))];
  const spread = mean(samples.map(({ minutes }) => (minutes - middle) ** 2));
  if (spread === 0) return 0;
  return mean(samples.map(({ minutes, bytes }) => (minutes - middle) * (bytes - level))) / spread;
}

/** Counts the changes that one follower receives. */
async function follow(address: string) {
  let changes = 0;
  const response = await new Promise<IncomingMessage>((done, fail) => {
    get(`${address}/api/events`, { agent: false }, done).on('error', fail);
  });
  response.setEncoding('utf8').on('data', (text: string) => {
    changes += text.split('event: change').length - 1;
  });
  response.on('error', () => undefined);
  return { changes: () => changes, end: () => response.destroy() };
}

async function request({ wrk, address }: Loaded, seconds: number, folder: string) {
  const script = join(folder, 'load.lua');
  writeFileSync(script, toScript());
  const args = ['-t', '2', '-c', String(connections), '-d', `${seconds}s`, '-s', script, address];
  // Where wrk is installed, so is its library.
  const libraries = (await findDebianLibraries('libluajit-5.1-2')) ?? '';
  const { stdout } = await run(wrk, args, { env: { ...process.env, LD_LIBRARY_PATH: libraries } });
  const [, json] = /^result (.+)$/m.exec(stdout) ?? [];
  if (json === undefined) throw new Error(`wrk gave no result: ${stdout}`);
  return JSON.parse(json) as { p99Ms: number; maxMs: number; perSecond: number; errors: number };
}

/** wrk keeps every connection busy; the pause between requests makes the rate. It leaves 4 ms for an answer. */
function toScript(): string {
  return [
    `local paths = { ${paths.map((path) => `"${path}"`).join(', ')} }`,
    'local n = 0',
    'function request() n = n + 1; return wrk.format("GET", paths[n % #paths + 1]) end',
    `function delay() return ${Math.floor((connections * 1_000) / requestsPerSecond) - 4} end`,
    'function done(summary, latency)',
    '  local e = summary.errors',
    '  io.write(string.format(\'result {"p99Ms":%f,"maxMs":%f,"perSecond":%f,"errors":%d}\\n\',',
    '    latency:percentile(99) / 1000, latency.max / 1000, summary.requests / summary.duration * 1e6,',
    '    e.connect + e.read + e.write + e.status + e.timeout))',
    'end',
  ].join('\n');
}

function writeLines(home: string): NodeJS.Timeout {
  let id = 10_000_000;
  return setInterval(() => {
    appendFileSync(claudeFile(home, 'live'), claudeLine({ id: (id += 1), atMs: Date.now(), session: 'live' }));
  }, 1_000 / linesPerSecond);
}

function writeHistory(home: string): void {
  const nowMs = Date.now();
  const lines = Array.from({ length: events }, (_, index) => {
    const session = `session-${index % 100}`;
    return claudeLine({
      id: index,
      atMs: nowMs - (events - index) * 20_000,
      session,
      project: `/home/ada/p${index % 9}`,
    });
  });
  mkdirSync(dirname(claudeFile(home, 'history')), { recursive: true });
  writeFileSync(claudeFile(home, 'history'), lines.join(''));
  writeFileSync(claudeFile(home, 'live'), '');
}
