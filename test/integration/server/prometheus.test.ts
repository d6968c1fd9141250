import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { run } from '../../../build/lib/run.ts';
import { claudeFile, claudeLine, codexFile, codexRollout, writeLog } from '../../support/agent-logs.ts';
import { comparePanels, type PanelFacts } from '../../support/compare-panels.ts';
import { drawDashboards } from '../../support/draw-dashboards.ts';
import { findDebianProgram } from '../../support/debian-program.ts';
import { findFreePort } from '../../support/find-free-port.ts';
import { useServers } from '../../support/serve-process.ts';
import { runBuiltCli } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();
const serve = useServers();
const folder = makeFolder();
const home = join(folder, 'home');
const promtool = await findDebianProgram('promtool', 'prometheus');
const prometheus = await findDebianProgram('prometheus', 'prometheus');
const why = promtool === null ? ' (needs Debian’s package prometheus)' : '';
const ended: (() => void)[] = [];
const thread = '019c4531-58bd-7d10-8426-8dff35a256e1';

beforeAll(async () => {
  // All of it is of today, also shortly after midnight.
  const atMs = Math.max(Date.now() - 3_600_000, new Date().setUTCHours(0, 0, 0, 0));
  const lines = [1, 2, 3].map((id) => claudeLine({ id, atMs: atMs + id, output: 100 * id }));
  await writeLog(claudeFile(home), lines.join(''));
  // A reading of ten minutes ago would be stale.
  const recentMs = Math.max(Date.now() - 120_000, atMs);
  const requests = [1, 2].map((id) => ({
    ...{ atMs: recentMs + id, input: 1_000 * id, cached: 100, output: 10 * id },
    ...{ usedPercent: 30 * id, resetsAtMs: Date.now() + 7_200_000 },
  }));
  await writeLog(codexFile(home, thread), codexRollout(thread, requests));
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

/** The sum of a metric over its series, by one of its labels. */
async function query(address: string, expression: string): Promise<Readonly<Record<string, number>>> {
  const response = await fetch(`${address}/api/v1/query?query=${encodeURIComponent(expression)}`);
  const { data } = (await response.json()) as {
    data: { result: { metric: Record<string, string>; value: [number, string] }[] };
  };
  const toName = ({ __name__: _, instance: __, job: ___, ...labels }: Record<string, string>): string =>
    Object.values(labels).join();
  return Object.fromEntries(data.result.map(({ metric, value }) => [toName(metric), Number(value[1])]));
}

/** Of all responses of both agents: 100 to 700, and 10 and 20. */
const allOutput = 2_830;

async function readFacts(): Promise<PanelFacts> {
  const args = ['report', '--json', '--by', 'model', '--home', home, '--data', join(folder, 'other')];
  return JSON.parse((await runBuiltCli(args)).stdout) as PanelFacts;
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
    const first = await serve(folder, '--timezone', 'UTC');
    await waitUntil('readiness', async () => (await fetch(`${first.address}/readyz`)).status === 200);
    const port = await findFreePort();
    const config = join(folder, 'prometheus.yml');
    const target = { targets: [`127.0.0.1:${first.port}`] };
    const jobs = [{ job_name: 'fuelgauge', scrape_interval: '1s', static_configs: [target] }];
    writeFileSync(config, JSON.stringify({ scrape_configs: jobs }));
    const args = [`--config.file=${config}`, `--storage.tsdb.path=${join(folder, 'tsdb')}`];
    const child = spawn(prometheus!, [...args, `--web.listen-address=127.0.0.1:${port}`], { stdio: 'ignore' });
    ended.push(() => child.kill('SIGKILL'));
    const address = `http://127.0.0.1:${port}`;
    const tokens = 'sum by (class) (fuelgauge_tokens_total)';
    const none: Readonly<Record<string, number>> = {};
    const read = () => query(address, tokens).catch(() => none);
    await waitUntil('a scrape', async () => (await read())['output'] !== undefined);
    // Logs go on while they are scraped.
    for (const id of [4, 5, 6, 7]) {
      await appendFile(
        claudeFile(home),
        claudeLine({ id, atMs: Date.now(), output: 100 * id, model: 'claude-haiku-4-5' }),
      );
    }
    await waitUntil('the last line', async () => (await read())['output'] === allOutput);
    // What is of today comes from the snapshot, which is renewed at its own pace.
    const facts = await readFacts();
    const today = () => query(address, 'sum(fuelgauge_period_responses{period="day"})');
    await waitUntil('today', async () => (await today())[''] === facts.totals.events);
    await comparePanels((expr) => query(address, expr), facts);

    first.child.kill('SIGTERM');
    await once(first.child, 'exit');
    const second = await serve(folder, '--timezone', 'UTC', '--port', String(first.port));
    await waitUntil('readiness', async () => (await fetch(`${second.address}/readyz`)).status === 200);
    const scrapes = 'count_over_time(fuelgauge_responses_total[1m])';
    const before = Object.values(await query(address, scrapes))[0]!;
    await waitUntil('another scrape', async () => Object.values(await query(address, scrapes))[0]! > before + 1);
    expect(Object.values(await query(address, 'sum(resets(fuelgauge_tokens_total[5m]))'))).toEqual([0]);
    expect((await query(address, tokens))['output']).toBe(allOutput);
    if (process.env['FUELGAUGE_PICTURES'] === 'update') await drawGrowth(address);
  });
});
