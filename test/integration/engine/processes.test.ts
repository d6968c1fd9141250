import { realpathSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createProcessProbe } from '../../../main/node/probes/create-process-probe.ts';
import type { Engine } from '../../../main/node/engine/engine-api.ts';
import { hiddenProject } from '../../../shared/domain/hidden-project.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { codexFile, codexRollout, writeLog } from '../../support/agent-logs.ts';
import { useEngines } from '../../support/engines.ts';
import { useStandInAgents } from '../../support/stand-in-agent.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const newFolder = useTemporaryFolders();
const engines = useEngines();
const startAgent = useStandInAgents();
const thread = '0199a213-1111-7222-8333-944455566677';
const all = { source: null };
const request = {
  atMs: Date.now(),
  input: 100,
  cached: 10,
  output: 5,
  usedPercent: 1,
  resetsAtMs: Date.now() + 3_600_000,
};

/** An engine that reads real processes, over the log of one Codex session. */
async function open(home: string): Promise<Engine> {
  await writeLog(codexFile(home, thread), codexRollout(thread, [request]));
  const engine = engines.open(home, { probe: createProcessProbe(process.platform) });
  await engine.start('once');
  return engine;
}

describe.runIf(process.platform === 'linux')('the processes of an agent', () => {
  it('are joined with its session by the log that it holds open, with their kinds, ports and memory', async () => {
    const home = realpathSync(newFolder());
    const engine = await open(home);
    const { pid, serverPid, port } = await startAgent(home, { openLog: codexFile(home, thread) });
    const { rows } = await engine.processes(all);
    const row = rows.find((each) => each.pid === pid);
    expect(row).toMatchObject({
      agent: 'codex',
      category: 'cli',
      cwd: home,
      processes: 2,
      session: { source: 'codex', sessionId: thread, confidence: 'certain', evidence: 'open-file' },
      isIdle: false,
      isPaused: false,
    });
    expect(row?.pssBytes).toBeGreaterThan(10_000_000);
    expect(row?.lastEventAtMs).not.toBeNull();
    expect(row?.members).toMatchObject([
      { pid, kind: 'agent' },
      { pid: serverPid, name: '@example/mcp-server', kind: 'mcp-server', ports: [{ port, address: '127.0.0.1' }] },
    ]);
  });

  it('run in folders that are called what the settings say, and are hidden where those say so', async () => {
    const home = realpathSync(newFolder());
    const engine = await open(home);
    const { pid } = await startAgent(home, {});
    const cwdNow = async (): Promise<unknown> =>
      (await engine.processes(all)).rows.find((each) => each.pid === pid)?.cwd;
    engine.setSettings({ ...defaultSettings, projects: { names: [{ folder: home, name: 'the shop' }], hidden: [] } });
    expect(await cwdNow()).toBe('the shop');
    engine.setSettings({ ...defaultSettings, projects: { names: [], hidden: [home] } });
    expect(await cwdNow()).toBe(hiddenProject);
  });

  it('are found when the agent is gone, and end when they are asked to', async () => {
    const home = realpathSync(newFolder());
    const engine = await open(home);
    const agent = await startAgent(home, { args: [thread] });
    await engine.processes(all);
    await agent.exit();
    const isLeft = ({ members }: { readonly members: readonly { readonly pid: number }[] }) =>
      members.some(({ pid }) => pid === agent.serverPid);
    const found = await waitUntil('the orphan', async () => (await engine.processes(all)).orphans.find(isLeft));
    expect(found).toMatchObject({
      agent: 'codex',
      evidence: 'seen',
      session: { sessionId: thread, confidence: 'certain', evidence: 'command-line' },
      members: [{ name: '@example/mcp-server', ports: [{ port: agent.port }] }],
    });
    expect(found.agentGoneAtMs).not.toBeNull();
    const [orphan] = found.members;
    // The same pid with another start is another process, and a hundredth of a second is another start.
    const wrong = { pid: agent.serverPid, startedAtMs: (orphan?.startedAtMs ?? 0) - 10 };
    const foreign = { pid: process.pid, startedAtMs: 0 };
    expect(await engine.endProcesses({ targets: [wrong, foreign] })).toEqual({
      results: [
        { ...wrong, outcome: 'gone' },
        { ...foreign, outcome: 'gone' },
      ],
    });
    const target = { pid: agent.serverPid, startedAtMs: orphan?.startedAtMs ?? 0 };
    expect(await engine.endProcesses({ targets: [target] })).toEqual({ results: [{ ...target, outcome: 'done' }] });
    expect((await engine.processes(all)).orphans.find(isLeft)).toBeUndefined();
  });

  it('are recorded in the ledger while the engine watches', async () => {
    const home = realpathSync(newFolder());
    await writeLog(codexFile(home, thread), codexRollout(thread, [request]));
    const probe = createProcessProbe(process.platform);
    const engine = engines.open(home, { probe });
    await engine.start('watching');
    await startAgent(home, { args: [thread] });
    await engine.processes(all);
    await engines.stop(engine);
    const { rows } = engines.open(home).processHistory({ since: null, until: null, timeZone: null, source: 'codex' });
    const own = rows.filter(({ sessionId }) => sessionId === thread);
    // One row for each minute: there are two where a minute ended meanwhile.
    expect([1, 2]).toContain(own.length);
    for (const row of own) expect(row).toMatchObject({ agent: 'codex', grainMs: 60_000 });
    expect(Math.max(...own.map(({ maxProcesses }) => maxProcesses))).toBe(2);
    expect(own.reduce((sum, { runningMs }) => sum + runningMs, 0)).toBeGreaterThan(0);
    expect(Math.max(...own.map(({ maxRssBytes }) => maxRssBytes))).toBeGreaterThan(20_000_000);
  });

  it('are paused and go on, and nothing else is', async () => {
    const home = realpathSync(newFolder());
    const engine = await open(home);
    const { pid } = await startAgent(home);
    const read = async () => (await engine.processes(all)).rows.find((row) => row.pid === pid);
    const row = await read();
    const target = { pid, startedAtMs: row?.startedAtMs ?? 0 };
    const paused = await engine.pauseProcesses({ targets: [target], isPaused: true });
    expect(paused.results).toEqual([{ ...target, outcome: 'done' }]);
    // A process stops, and goes on, when it gets its turn.
    await waitUntil('the pause', async () => (await read())?.isPaused === true);
    await engine.pauseProcesses({ targets: [target], isPaused: false });
    await waitUntil('its end', async () => (await read())?.isPaused === false);
    const samples = await createProcessProbe(process.platform).sample(() => false);
    const own = samples.find((sample) => sample.pid === process.pid);
    const self = { pid: process.pid, startedAtMs: own?.startedAtMs ?? 0 };
    const refused = await engine.pauseProcesses({ targets: [self], isPaused: true });
    expect(refused.results).toEqual([{ ...self, outcome: 'not-ours' }]);
  });
});
