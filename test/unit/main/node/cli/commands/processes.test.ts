import { describe, expect, it } from 'vitest';
import {
  createFakeEngine,
  makeOrphan,
  makeTree,
  nowMs,
  runWith,
  type FakeAnswers,
} from '../../../../../fakes/cli-host.ts';

async function readJson(answers: FakeAnswers, ...args: readonly string[]): Promise<unknown> {
  const { exitCode, stdout } = await runWith(createFakeEngine(answers), [...args, '--json']);
  expect(exitCode).toBe(0);
  return JSON.parse(stdout);
}

async function readText(answers: FakeAnswers, ...args: readonly string[]): Promise<string> {
  const { exitCode, stdout } = await runWith(createFakeEngine(answers), args);
  expect(exitCode).toBe(0);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  return stdout;
}

describe('processes', () => {
  const processes = [
    makeTree(),
    makeTree({ members: [], agent: 'ollama', label: 'Ollama', pid: 7, cwd: null, cpuRatio: null }),
  ];

  it('prints ratios and bytes as JSON', async () => {
    expect(await readJson({ processes }, 'processes')).toMatchObject({
      schema: 'fuelgauge.processes.v1',
      rows: [
        {
          agent: 'claude-code',
          pid: 4_242,
          startedAt: '2026-05-01T13:03:00.000Z',
          cpuRatio: 1.5,
          rssBytes: 536_870_912,
        },
        { agent: 'ollama', cwd: null, cpuRatio: null },
      ],
    });
  });

  it('lists only the agents of the requested source', async () => {
    const json = await readJson({ processes }, 'processes', '--source', 'claude-code');
    expect(json).toMatchObject({ rows: [{ agent: 'claude-code' }] });
    expect((json as { rows: unknown[] }).rows).toHaveLength(1);
  });

  it('prints a total', async () => {
    const text = await readText({ processes }, 'processes');
    expect(text).toMatch(/^Claude Code +4242 +1 h +\/home\/ada\/site +3 +150\.0% +537 MB +:3000$/m);
    expect(text).toMatch(/^Ollama +7 +1 h +- +3 +- +537 MB$/m);
    expect(text).toMatch(/^Total +6 +150\.0% +1\.1 GB$/m);
    expect(await readText({}, 'processes')).toBe('No agent is running.\n');
  });
});

describe('processes, in full', () => {
  const session = {
    source: 'claude-code',
    sessionId: '0f3a2b1c-1111',
    confidence: 'likely',
    evidence: 'folder',
  } as const;
  const idle = { isIdle: true, lastEventAtMs: nowMs - 5 * 3_600_000 };
  const processes = [makeTree({ session, isDetached: true, isPaused: true, ...idle })];

  it('says what there is to say about an agent', async () => {
    const text = await readText({ processes }, 'processes', '--tree');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'session 0f3a2b1c (likely), idle for 5 h, paused, its terminal is gone, :3000',
    );
  });

  it('shows the tree, each process below the one that started it', async () => {
    const text = await readText({ processes }, 'processes', '--tree');
    expect(text).toMatch(/^claude +4242 +agent +125\.0% +268 MB/m);
    expect(text).toMatch(/^├ bash +4244 +shell +0\.0% +4\.2 MB/m);
    expect(text).toMatch(/^└ @playwright\/mcp +4243 +MCP server +25\.0% +134 MB +:3000$/m);
  });

  it('lists what agents left behind, with proof', async () => {
    const text = await readText(
      { orphans: [makeOrphan(), makeOrphan({ label: null, agentGoneAtMs: null })] },
      'processes',
    );
    expect(text).toContain('No agent is running.\n\nLeft behind by agents that are gone\n');
    expect(text).toMatch(/^@playwright\/mcp +5001 +Claude Code +2 h +1 d +1 +74\.0% +134 MB$/m);
    expect(text).toMatch(/^@playwright\/mcp +5001 +unknown +- +1 d/m);
    expect(text).toContain('fuelgauge processes end PID');
  });

  it('prints all of it as JSON', async () => {
    expect(await readJson({ processes, orphans: [makeOrphan()] }, 'processes')).toMatchObject({
      rows: [
        {
          category: 'cli',
          session: { sessionId: '0f3a2b1c-1111', confidence: 'likely', evidence: 'folder' },
          lastEventAt: '2026-05-01T09:03:00.000Z',
          isIdle: true,
          isDetached: true,
          isPaused: true,
          tree: [{ pid: 4_242, kind: 'agent' }, { pid: 4_244 }, { pid: 4_243, ports: [{ port: 3_000 }] }],
        },
      ],
      orphans: [
        { agent: 'claude-code', evidence: 'seen', agentGoneAt: '2026-05-01T12:03:00.000Z', tree: [{ pid: 5_001 }] },
      ],
    });
  });
});

describe('an agent that another one started', () => {
  const startedBy = { pid: 77, startedAtMs: nowMs - 60_000, label: 'Codex', sessionId: 's-1' };

  it('says so', async () => {
    const processes = [makeTree({ startedBy })];
    expect(await readText({ processes }, 'processes', '--tree')).toContain('started by Codex (77)');
    expect(await readJson({ processes }, 'processes')).toMatchObject({
      rows: [{ startedBy: { pid: 77, label: 'Codex', sessionId: 's-1', startedAt: '2026-05-01T14:02:00.000Z' } }],
    });
  });
});

describe('processes end', () => {
  const answers = { processes: [makeTree()], orphans: [makeOrphan()] };
  const run = (args: readonly string[], answer: string | null, more = {}) => {
    const engine = createFakeEngine({ ...answers, ...more });
    const terminal = answer === null ? null : { answer };
    return runWith(engine, ['processes', ...args], terminal).then((result) => ({ ...result, calls: engine.calls }));
  };

  it('shows exactly what will be ended, and ends it when the person agrees', async () => {
    const { exitCode, stdout, stderr, calls } = await run(['end', '4242'], 'y');
    expect(stderr.split('\n')).toEqual([
      '     4242  claude  1 h old, parent 900, 268 MB',
      '     4244  bash  58 min old, parent 4242, 4.2 MB',
      '     4243  @playwright/mcp  58 min old, parent 4242, 134 MB, port 3000',
      'End these 3 processes? [y/N] ',
    ]);
    expect(calls).toContain('end 4242,4244,4243');
    expect(stdout).toContain('claude (4242): done\n');
    expect(exitCode).toBe(0);
  });

  it('shows the session, and when it last got a response', async () => {
    const session = { source: 'claude-code', sessionId: 's-7', confidence: 'likely', evidence: 'folder' } as const;
    const tree = makeTree({ session, lastEventAtMs: nowMs - 1_800_000 });
    const { stderr } = await run(['end', '4242'], 'n', { processes: [tree] });
    expect(stderr).toContain('session s-7 (likely), last response 30 min ago');
  });

  it.each([['n'], [''], ['yesterday']])('ends nothing when the answer is "%s"', async (answer) => {
    const { exitCode, stdout, calls } = await run(['end', '5001'], answer);
    expect([exitCode, stdout]).toEqual([1, 'Nothing was ended.\n']);
    expect(calls.some((call) => call.startsWith('end'))).toBe(false);
  });

  it('needs --yes where nobody can be asked, and then takes one process of a tree alone', async () => {
    expect(await run(['end', '4243'], null)).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('--yes') as string,
    });
    const { exitCode, calls } = await run(['end', '4243', '5001', '--yes'], null);
    expect([exitCode, calls.at(-2)]).toEqual([0, 'end 4243,5001']);
  });

  it('ends nothing that no agent started, and says so', async () => {
    const { exitCode, stdout, calls } = await run(['end', '4243', '999', '--yes'], null);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('has the PID 999.')]);
    expect(calls.some((call) => call.startsWith('end'))).toBe(false);
    for (const pid of ['1', '0', '-5', 'claude']) expect((await run(['end', pid], null)).exitCode).toBe(2);
  });

  it('fails when the system refuses', async () => {
    const { exitCode, stdout } = await run(['end', '5001', '--yes', '--json'], null, { outcome: 'refused' });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'fuelgauge.process-signals.v1',
      results: [{ outcome: 'refused' }],
    });
  });

  it('pauses and resumes without asking', async () => {
    expect((await run(['pause', '4242'], null)).calls).toContain('pause 4242,4244,4243');
    expect((await run(['resume', '4243'], null)).calls).toContain('resume 4243');
  });
});
