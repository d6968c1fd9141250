import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProcessProbe } from '../../../main/node/probes/create-process-probe.ts';
import { createPsProbe } from '../../../main/node/probes/ps-probe.ts';
import { runProgram } from '../../../main/node/probes/run-program.ts';
import type { AgentProcess } from '../../../shared/domain/agent-process.ts';
import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { findAgent } from '../../../shared/processes/find-agent.ts';
import { toAgentProcesses } from '../../support/agent-processes.ts';
import type { IsFollowed } from '../../../shared/ports/process-probe.ts';

const burner = 'process.stdout.write("up"); for (;;) Math.sqrt(Math.random())';
const agent = `require("node:child_process").spawn(process.env.REAL_NODE, ["-e", ${JSON.stringify(burner)}], { stdio: "inherit" })`;

const isAgent: IsFollowed = (process) => findAgent(process) !== null;

let folder: string;
let running: ChildProcess[] = [];

beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'fuelgauge-probe-')));
});

afterEach(async () => {
  for (const child of running) if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  running = [];
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** Starts node under another name, with a child that keeps a core busy; resolves when the child runs. */
async function startAgent(name: string): Promise<number> {
  await symlink(process.execPath, path.join(folder, name));
  const child = spawn(path.join(folder, name), ['-e', agent], {
    cwd: folder,
    detached: true,
    env: { ...process.env, REAL_NODE: process.execPath },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child.pid ?? 0;
}

/** The memory of a process, with its share of what it has in common with others. */
async function readPss(pid: number): Promise<number> {
  return Number(/^Pss:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) * 1_024;
}

/** Samples until the CPU time of the agent's tree is visible. */
async function sampleUntilBusy(probe: ProcessProbe, pid: number): Promise<AgentProcess> {
  const first: readonly ProcessSample[] = await probe.sample(isAgent);
  const firstAtMs = performance.now();
  for (;;) {
    await sleep(50);
    const samples = await probe.sample(isAgent);
    const found = toAgentProcesses(samples, first, performance.now() - firstAtMs).find((entry) => entry.pid === pid);
    if (found === undefined || (found.cpuRatio ?? 0) > 0) return found as AgentProcess;
  }
}

describe.runIf(process.platform === 'linux')('the Linux probe', () => {
  it('sees an agent with its process tree, folder, memory and CPU use', async () => {
    const pid = await startAgent('claude');
    const found = await sampleUntilBusy(createProcessProbe(process.platform), pid);
    expect(found).toMatchObject({ agent: 'claude-code', label: 'Claude Code', pid, cwd: folder, processes: 2 });
    expect(found.rssBytes).toBeGreaterThan(20 * 1024 * 1024);
    expect(found.cpuRatio).toBeGreaterThan(0);
    expect(Math.abs(found.startedAtMs - Date.now())).toBeLessThan(60_000);
  });

  it('sees this very process as the system does', async () => {
    const samples = await createProcessProbe(process.platform).sample(isAgent);
    const own = samples.find(({ pid }) => pid === process.pid);
    const usage = process.cpuUsage();
    expect(own).toMatchObject({ parentPid: process.ppid, cwd: null });
    expect(own?.commandLine).not.toBe('');
    expect(own?.cpuTimeMs).toBeGreaterThan(0);
    expect(own?.cpuTimeMs).toBeLessThanOrEqual((usage.user + usage.system) / 1_000 + 20);
    const rssRatio = (own?.rssBytes ?? 0) / process.memoryUsage.rss();
    expect(rssRatio).toBeGreaterThan(0.5);
    expect(rssRatio).toBeLessThan(2);
  });

  it('keeps start times from sweep to sweep, and answers a call during a sweep with its result', async () => {
    const probe = createProcessProbe(process.platform);
    const [first, same] = await Promise.all([probe.sample(isAgent), probe.sample(isAgent)]);
    expect(same).toBe(first);
    const second = await probe.sample(isAgent);
    expect(second).not.toBe(first);
    const startOf = (samples: readonly ProcessSample[]) => samples.find(({ pid }) => pid === process.pid)?.startedAtMs;
    expect(startOf(second)).toBe(startOf(first));
  });
});

describe.runIf(process.platform === 'linux')('the details that the Linux probe reads', () => {
  it('has open files, memory, folder and listening ports as the kernel has them', async () => {
    const log = path.join(folder, 'open.jsonl');
    const code = `
      const fs = require("node:fs"), net = require("node:net");
      fs.openSync(${JSON.stringify(log)}, "a");
      const four = net.createServer().listen(0, "127.0.0.1", () => {
        const six = net.createServer().listen(0, "::1", () => console.log(four.address().port, six.address().port));
        six.on("error", () => console.log(four.address().port));
      });`;
    const child = spawn(process.execPath, ['-e', code], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.push(child);
    const ports = await new Promise<readonly number[]>((resolve) =>
      child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim().split(' ').map(Number))),
    );
    const pid = child.pid ?? 0;
    const probe = createProcessProbe(process.platform);
    const before = await readPss(pid);
    const [found, ...others] = await probe.inspect([pid, 2 ** 22 + 1], ['files', 'memory', 'ports']);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ pid, cwd: folder });
    expect(found?.openFiles).toContain(log);
    expect(found?.ports?.map(({ port }) => port).sort()).toEqual([...ports].sort());
    expect(found?.ports?.[0]).toMatchObject({ address: '127.0.0.1' });
    // Its share of common memory changes with each process of the same program that starts or ends.
    const kernelBytes = [before, await readPss(pid)];
    expect((found?.pssBytes ?? 0) / Math.min(...kernelBytes)).toBeGreaterThan(0.8);
    expect((found?.pssBytes ?? 0) / Math.max(...kernelBytes)).toBeLessThan(1.25);
    expect(await probe.inspect([pid], [])).toEqual([
      { pid, cwd: folder, openFiles: null, pssBytes: null, ports: null },
    ]);
  });

  it('has the CPU time and the start of a live process as the kernel has them', async () => {
    const pid = await startAgent('gemini');
    const samples = await createProcessProbe(process.platform).sample(isAgent);
    const own = samples.find((sample) => sample.pid === pid);
    const stat = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
    const ticksMs = (Number(stat[11]) + Number(stat[12])) * 10;
    expect(own?.cpuTimeMs).toBeLessThanOrEqual(ticksMs);
    const bootMs = Number(/^btime (\d+)$/m.exec(await readFile('/proc/stat', 'utf8'))?.[1]) * 1_000;
    expect(Math.abs((own?.startedAtMs ?? 0) - (bootMs + Number(stat[19]) * 10))).toBeLessThan(1_500);
    expect(own?.parentPid).toBe(Number(stat[1]));
  });
});

describe.runIf(process.platform !== 'win32')('the probe with ps', () => {
  it('sees the same agent', async () => {
    const pid = await startAgent('codex');
    const found = await sampleUntilBusy(createPsProbe(), pid);
    expect(found).toMatchObject({ agent: 'codex', pid, cwd: null, processes: 2 });
    expect(found.rssBytes).toBeGreaterThan(20 * 1024 * 1024);
    expect(Math.abs(found.startedAtMs - Date.now())).toBeLessThan(60_000);
  });

  it('reports when there is no ps, or when it prints nothing', async () => {
    await expect(createPsProbe({ ps: '/nowhere/ps' }).sample(isAgent)).rejects.toMatchObject({
      failure: { kind: 'cannot-run', program: '/nowhere/ps' },
    });
    // Linux and macOS keep it in different places.
    const silent = ['/bin/true', '/usr/bin/true'].find((program) => existsSync(program)) ?? 'true';
    await expect(createPsProbe({ ps: silent }).sample(isAgent)).rejects.toMatchObject({
      failure: { kind: 'unreadable-output', program: silent },
    });
  });
});

describe('runProgram', () => {
  it('stops a program that takes too long', async () => {
    const endless = runProgram(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 200 });
    await expect(endless).rejects.toMatchObject({ failure: { kind: 'timed-out', timeoutMs: 200 } });
  });

  it('reports the exit code of a failed program', async () => {
    await expect(runProgram(process.execPath, ['-e', 'process.exit(3)'], { timeoutMs: 60_000 })).rejects.toMatchObject({
      failure: { kind: 'failed', exitCode: 3 },
    });
  });
});
