import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { run } from '../../../build/lib/run.ts';
import { hourMs, minuteMs, secondMs } from '../../../shared/domain/instant.ts';
import { claudeFile, claudeLine, codexFile, codexRollout, writeLog } from '../../support/agent-logs.ts';
import { comparePanels, type Scrape } from '../../support/compare-panels.ts';
import { drawDashboards } from '../../support/draw-dashboards.ts';
import { findDebianProgram } from '../../support/debian-program.ts';
import { findFreePort } from '../../support/find-free-port.ts';
import { readLoggedFacts, readPrintedReport, readServedFacts } from '../../support/panel-facts.ts';
import { useServers, type Served } from '../../support/serve-process.ts';
import { useStandInAgents } from '../../support/stand-in-agent.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();
const serve = useServers();
const startAgent = useStandInAgents();
const folder = makeFolder();
const home = join(folder, 'home');
const promtool = await findDebianProgram('promtool', 'prometheus');
const prometheus = await findDebianProgram('prometheus', 'prometheus');
const why = promtool === null ? ' (needs Debian’s package prometheus)' : '';
const ended: (() => void)[] = [];
const thread = '019c4531-58bd-7d10-8426-8dff35a256e1';

/** In this zone it is noon, so that all of it is of today. Zones of this kind are named by what they lack to UTC. */
const hoursToNoon = 12 - Math.floor((Date.now() % (24 * hourMs)) / hourMs);
const timeZone = `Etc/GMT${hoursToNoon > 0 ? '-' : '+'}${Math.abs(hoursToNoon)}`;
const startMs = Date.now() - 50 * minuteMs;
/** Every model is there from the first scrape: what a series begins with is no growth. */
const firstLines = [
  { id: 1, output: 100 },
  { id: 2, output: 200 },
  { id: 3, output: 3_000, model: 'claude-haiku-4-5' },
].map((line) => ({ ...line, atMs: startMs + line.id }));
const nextLines = [4, 5, 6, 7].map((id) => ({ id, output: 100 * id, model: 'claude-haiku-4-5' }));
/** Readings of a limit until now: enough for a forecast. */
const requests = [0, 1, 2, 3, 4, 5, 6].map((turn) => ({
  ...{ atMs: Date.now() - (48 - 8 * turn) * minuteMs, input: 1_000, cached: 100, output: 10 },
  ...{ usedPercent: 13 * (turn + 1), resetsAtMs: Date.now() + 120 * minuteMs },
}));
/** What takes seconds takes a minute on a machine that does much else. */
const patienceMs = 60_000;

beforeAll(async () => {
  await writeLog(claudeFile(home), firstLines.map(claudeLine).join(''));
  await writeLog(codexFile(home, thread), codexRollout(thread, requests));
  const profile = join(home, '.config/chromium/Default');
  mkdirSync(profile, { recursive: true });
  copyFileSync(join(repositoryRoot, 'test/fixtures/histories/chromium.db'), join(profile, 'History'));
  writeFileSync(join(home, '.bash_history'), 'claude -p hi\nclaude\ncodex\nls\n');
  for (const data of ['data', 'other']) {
    mkdirSync(join(folder, data), { recursive: true });
    writeFileSync(join(folder, data, 'settings.json'), JSON.stringify({ activity: { sites: true, commands: true } }));
  }
});
afterAll(() => {
  for (const end of ended) end();
});

/** What `promtool check metrics` says about a text. */
async function check(text: string): Promise<{ readonly code: number; readonly complaints: readonly string[] }> {
  const child = spawn(promtool!, ['check', 'metrics'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  child.stdin.end(text);
  const [code] = (await once(child, 'close')) as [number];
  return { code, complaints: said.split('\n').filter((line) => line !== '') };
}

/** The values of a query by the labels of its series, as of a moment. */
async function query(
  address: string,
  expression: string,
  atMs = Date.now(),
): Promise<Readonly<Record<string, number>>> {
  const parameters = new URLSearchParams({ query: expression, time: String(atMs / secondMs) });
  const response = await fetch(`${address}/api/v1/query?${parameters.toString()}`);
  const { data } = (await response.json()) as {
    data: { result: { metric: Record<string, string>; value: [number, string] }[] };
  };
  const toName = ({ __name__: _, instance: __, job: ___, ...labels }: Record<string, string>): string =>
    Object.values(labels).join();
  return Object.fromEntries(data.result.map(({ metric, value }) => [toName(metric), Number(value[1])]));
}

/** Of all responses of both agents. */
const allOutput = 5_570;
const tokensByClass = 'sum by (class) (fuelgauge_tokens_total)';

/** Starts a server and waits until it has read everything. */
async function serveAll(port: number): Promise<Served> {
  const served = await serve(folder, '--timezone', timeZone, '--port', String(port));
  await waitUntil('readiness', async () => (await fetch(`${served.address}/readyz`)).status === 200, patienceMs);
  return served;
}

/** Starts a Prometheus that scrapes a port. Returns its address. */
async function startPrometheus(target: number): Promise<string> {
  const port = await findFreePort();
  const config = join(folder, 'prometheus.yml');
  const targets = [{ targets: [`127.0.0.1:${target}`] }];
  const jobs = [{ job_name: 'fuelgauge', scrape_interval: '2s', static_configs: targets }];
  writeFileSync(config, JSON.stringify({ scrape_configs: jobs }));
  const args = [`--config.file=${config}`, `--storage.tsdb.path=${join(folder, 'tsdb')}`];
  const child = spawn(prometheus!, [...args, `--web.listen-address=127.0.0.1:${port}`], { stdio: 'ignore' });
  ended.push(() => child.kill('SIGKILL'));
  return `http://127.0.0.1:${port}`;
}

/** Waits until a scrape has found so much output. */
async function waitForOutput(address: string, isEnough: (output: number) => boolean): Promise<void> {
  const none: Readonly<Record<string, number>> = {};
  const read = async () => (await query(address, tokensByClass).catch(() => none))['output'];
  await waitUntil('a scrape', async () => isEnough((await read()) ?? 0), patienceMs);
}

/** The last scrape, if it began after a moment. */
async function findScrape(address: string, afterMs: number): Promise<Scrape> {
  const begun = (await query(address, 'timestamp(fuelgauge_scan_ratio)'))[''] ?? 0;
  const fromMs = Math.round(begun * secondMs);
  if (fromMs <= afterMs) throw new Error('no scrape since then');
  const took = (await query(address, 'scrape_duration_seconds', fromMs))['']!;
  return { fromMs, toMs: fromMs + took * secondMs };
}

/** Works on for a minute, so that there is something to see, and draws the dashboards. */
async function drawGrowth(address: string): Promise<void> {
  for (let id = 100; id < 160; id += 1) {
    const model = id % 4 === 0 ? 'claude-haiku-4-5' : 'claude-opus-4-8';
    const line = claudeLine({ id, atMs: Date.now(), output: 40 * (id % 11), cacheRead: 3_000 * (id % 7), model });
    await appendFile(claudeFile(home), line);
    await setTimeout(1_000);
  }
  await drawDashboards(address);
}

describe('Prometheus', () => {
  it.skipIf(promtool === null)(`finds nothing to complain about but foreign names${why}`, async () => {
    const { address } = await serve(folder);
    await waitUntil('readiness', async () => (await fetch(`${address}/readyz`)).status === 200);
    const { complaints } = await check(await (await fetch(`${address}/metrics`)).text());
    expect(complaints.filter((line) => !line.startsWith('ai_'))).toEqual([]);
    const broken = await check('fuelgauge_x{a=1} 2\n');
    expect(broken.code).not.toBe(0);
  });

  it.skipIf(promtool === null)(`has alert rules that pass their own tests${why}`, async () => {
    const rules = join(repositoryRoot, 'build/observability/prometheus/alerts.test.yml');
    expect((await run(promtool!, ['test', 'rules', rules])).code).toBe(0);
  });

  it.skipIf(prometheus === null)(`reads the figures of a report, also after a restart${why}`, async () => {
    const first = await serveAll(0);
    const address = await startPrometheus(first.port);
    // Prometheus waits for some seconds before it scrapes.
    const [logged] = await Promise.all([
      readLoggedFacts(home, join(folder, 'other')),
      startAgent(makeFolder(), { name: 'codex' }),
      startAgent(makeFolder(), { name: 'zed' }),
      waitForOutput(address, (output) => output > 0),
    ]);
    // Logs go on while they are scraped.
    const written: { readonly atMs: number; readonly output: number }[] = [...firstLines];
    for (const next of nextLines) {
      const line = { ...next, atMs: Date.now() };
      await appendFile(claudeFile(home), claudeLine(line));
      written.push(line);
    }
    await waitForOutput(address, (output) => output === allOutput);

    const forecasts = [(await readServedFacts(first.address)).forecast];
    first.child.kill('SIGTERM');
    await once(first.child, 'exit');
    const [second, report] = await Promise.all([serveAll(first.port), readPrintedReport(home, join(folder, 'other'))]);
    const readyMs = Date.now();
    // What runs and what is expected may change between a scrape and the server's answer: then the next one is compared.
    const compare = async (): Promise<void> => {
      const scrape = await findScrape(address, readyMs);
      const { forecast, ...served } = await readServedFacts(second.address);
      forecasts.push(forecast);
      await comparePanels((expr) => query(address, expr, scrape.fromMs), scrape, {
        ...{ ...logged, ...served, report, forecasts },
        growth: { input: 40, cacheCreation1h: 4_000, cacheRead: 80_000, output: 2_200 },
        responses: [
          ...written.map(({ atMs, output }) => ({ atMs, tokens: 21_010 + output })),
          ...requests.map(({ atMs, input, output }) => ({ atMs, tokens: input + output })),
        ],
      });
    };
    await vi.waitFor(compare, { timeout: patienceMs + 15_000, interval: secondMs });
    expect((await query(address, tokensByClass))['output']).toBe(allOutput);
    expect(Object.values(await query(address, 'sum(resets(fuelgauge_tokens_total[5m]))'))).toEqual([0]);
    if (process.env['FUELGAUGE_PICTURES'] === 'update') await drawGrowth(address);
  });
});
