import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCli, type ExitCode } from '../../main/node/cli/run-cli.ts';
import type { Engine } from '../../main/node/engine/engine-api.ts';
import { createEngine } from '../../main/node/engine/engine.ts';
import { toHostEngine } from '../../main/node/host/engine/host-engine.ts';
import { toTokenFile } from '../../main/node/host/access/token-file.ts';
import { createLocalStatuslineInstaller } from '../../main/node/host/statusline/statusline-installer.ts';
import { toHookFolder } from '../../main/node/hooks/hook-folder.ts';
import { createHost, type Host } from '../../main/node/host/host.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/domain/instant.ts';
import { ok } from '../../shared/lib/result.ts';
import { silentLogger } from '../../shared/ports/logger.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import { noScreen } from '../fakes/cli-host.ts';
import { claudeFile, claudeLine, codexFile, codexRollout, writeLog } from './agent-logs.ts';
import { makeSample } from './process-samples.ts';

/** The time of all golden outputs, a Friday. */
export const goldenNowMs = Date.UTC(2026, 4, 1, 14, 3);

/** What a command writes into. `columns` null: a pipe. */
export interface GoldenScreen {
  readonly columns: number | null;
  readonly hasColor: boolean;
  readonly locale: 'en_US.UTF-8' | 'C';
}

export interface GoldenOutput {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** A home with logs of two agents, and the command line on it, at a time that stands still. */
export interface GoldenHome {
  run(args: readonly string[], screen: GoldenScreen): Promise<GoldenOutput>;
  close(): Promise<void>;
}

/** Builds it: a real engine on real files, without a process for each call. */
export async function openGoldenHome(): Promise<GoldenHome> {
  const home = await mkdtemp('/tmp/golden-');
  await writeLogs(home);
  await writeFiles(home);
  const settings: Settings = {
    ...defaultSettings,
    timeZone: 'UTC',
    plan: 'max5',
    alertChoices: {
      ...defaultSettings.alertChoices,
      spend: { ...defaultSettings.alertChoices.spend, dayUsd: 20, monthUsd: 900 },
    },
  };
  const host = openHost(home, settings);
  await host.start('once');
  // One host answers every call.
  const kept: Host = { ...host, start: async () => undefined, stop: async () => undefined };
  return {
    async run(args, screen) {
      const folders = ['--home', home, '--data', path.join(home, 'data')];
      const output = await runOn(kept, [...folders, ...args], screen);
      const hide = (text: string): string => text.replaceAll(home, '/home/golden-home');
      return { ...output, stdout: hide(output.stdout), stderr: hide(output.stderr) };
    },
    async close() {
      await host.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function openHost(home: string, settings: Settings): Host {
  const clock = { nowMs: () => goldenNowMs };
  const created = createEngine({
    host: { platform: 'linux', home, variables: {}, otherHomes: [] },
    dataFolder: path.join(home, 'data'),
    settings,
    systemTimeZone: 'UTC',
    clock,
    logger: silentLogger,
    probe: { sample: async () => processes, inspect: async () => [] },
  });
  if (!created.ok) throw new Error(created.error.id);
  return createHost({
    engine: toHostEngine(withMemory(created.value)),
    settings: {
      get: () => settings,
      update: async () => ({ ok: false, error: { kind: 'read-only' } }),
      onChange: () => () => undefined,
      problems: () => [],
      isFirstRun: () => false,
    },
    alerts: null,
    statusline: { installer: openInstaller(home), stateFolder: null },
    readSystemTimeZone: () => 'UTC',
    nowMs: clock.nowMs,
    logger: silentLogger,
  });
}

function openInstaller(home: string) {
  return createLocalStatuslineInstaller({
    environment: { platform: 'linux', home, variables: {}, otherHomes: [] },
    dataFolder: path.join(home, 'data'),
    workingFolder: null,
    nowMs: () => goldenNowMs,
  });
}

/** What is kept in the data folder, and what another tool left. */
async function writeFiles(home: string): Promise<void> {
  const data = path.join(home, 'data');
  const files: Readonly<Record<string, unknown>> = {
    [path.join(data, 'settings.json')]: { timeZone: 'UTC', plan: 'max-5x', thresholdsPercent: [50, 80] },
    [toTokenFile(data)]: {
      tokens: [{ id: '0123456789ab', name: 'phone', scopes: ['read'], hash: '0'.repeat(64), createdAtMs: goldenNowMs }],
    },
    [toHookFolder(data).stops]: { sessions: ['claude-code:0f00c3de-58bd-4d10-8426-8dff35a256e1'] },
    [path.join(home, '.ccusage/ccusage.json')]: { defaults: { timezone: 'Europe/Berlin' } },
  };
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(content));
  }
}

/** Time stands still, so what takes long to find out, or waits for a second sample, stays as it is. */
function withMemory(engine: Engine): Engine {
  const once = <Call extends (argument: never) => unknown>(call: Call): Call => {
    const known = new Map<string, unknown>();
    return ((argument: never) => {
      const key = JSON.stringify(argument);
      if (!known.has(key)) known.set(key, call(argument));
      return known.get(key);
    }) as Call;
  };
  const { backtest, processes: listProcesses } = engine;
  return {
    ...engine,
    backtest: once(backtest),
    processes: once(listProcesses),
  };
}

async function runOn(host: Host, args: readonly string[], screen: GoldenScreen): Promise<GoldenOutput> {
  let [stdout, stderr] = ['', ''];
  const columns = screen.columns ?? undefined;
  const size = {
    isTerminal: columns !== undefined,
    columns,
    rows: columns === undefined ? undefined : 24,
    ...noScreen,
  };
  const code = await runCli(args, {
    stdout: { ...size, write: async (text) => void (stdout += text) },
    stderr: { ...size, isTerminal: false, write: async (text) => void (stderr += text) },
    variables: { LANG: screen.locale, TERM: 'xterm-256color', ...(screen.hasColor ? {} : { NO_COLOR: '1' }) },
    clock: { nowMs: () => goldenNowMs },
    checksAnswers: true,
    openHost: async () => ok(host),
    onKey: () => null,
    openPager: async () => null,
    hostName: 'workshop',
    keepCrash: async () => undefined,
    readDefaults: async () => ({ file: 'cli-defaults.json', text: null }),
    ask: async () => null,
    suspend: async () => undefined,
    onInterrupt: () => () => undefined,
    loadServer: () => import('../../main/server/programs/programs.ts').then(({ serverPrograms }) => serverPrograms),
  });
  return { code, stdout, stderr };
}

const processes = [
  makeSample(4_242, 900, 'claude --continue', { cwd: '/home/ada/shop', rssBytes: 536_870_912, cpuTimeMs: 90_000 }),
  makeSample(4_243, 4_242, 'node /opt/mcp/playwright-mcp', { rssBytes: 134_217_728 }),
  makeSample(4_250, 900, 'codex', {
    cwd: '/home/ada/clients/a-rather-long-name-of-a-client/site',
    rssBytes: 99_000_000,
  }),
];

const projects = ['/home/ada/shop', '/home/ada/clients/a-rather-long-name-of-a-client/site', '/home/ada/日本語の店'];
const models = ['claude-opus-4-8', 'claude-sonnet-4-20250514', 'a-model-without-a-price'];

/** Two weeks of weekdays with Claude Code, and two hours with Codex today. */
async function writeLogs(home: string): Promise<void> {
  let id = 0;
  for (let day = 16; day >= 0; day -= 1) {
    const noonMs = goldenNowMs - day * dayMs - 2 * hourMs;
    if (new Date(noonMs).getUTCDay() % 6 === 0) continue;
    const session = `0f${String(day).padStart(2, '0')}c3de-58bd-4d10-8426-8dff35a256e1`;
    const lines = Array.from({ length: 12 }, (_, index) => {
      id += 1;
      const [project = '', model = ''] = [projects[day % 3], models[index % 6 === 5 ? 2 : day % 2]];
      return claudeLine({
        ...{ id, atMs: noonMs + index * 9 * minuteMs, session, project, model },
        ...{ input: 40 * (day + 1) + index, output: 900 + 61 * index, cacheRead: 61_000 + 997 * index },
      });
    });
    await writeLog(claudeFile(home, session), lines.join(''));
  }
  const requests = Array.from({ length: 10 }, (_, index) => ({
    atMs: goldenNowMs - (110 - index * 11) * minuteMs,
    ...{ input: 20_000 + index * 3_000, cached: 15_000, output: 700, usedPercent: 21 + index * 6 },
    resetsAtMs: goldenNowMs + 3 * hourMs,
  }));
  const thread = '019c4531-58bd-7d10-8426-8dff35a256e1';
  await writeLog(codexFile(home, thread), codexRollout(thread, requests));
}
