import { describe, expect, it } from 'vitest';
import { describeAgentTrees, describeOrphans, isIdleAgent } from '../../../../shared/processes/describe-processes.ts';
import { describeTrees, toAgentTrees } from '../../../../shared/processes/match-agents.ts';
import { makeOrphan } from '../../../fakes/cli-host.ts';
import { makeSample as sample, processStartMs } from '../../../support/process-samples.ts';

const hourMs = 3_600_000;
const samples = [
  sample(1, 0, 'systemd'),
  sample(5, 1, 'bash'),
  sample(10, 5, 'claude', { rssBytes: 90_000_000 }),
  sample(11, 10, 'gopls'),
  sample(20, 1, 'codex'),
];
const link = { source: 'claude-code', sessionId: 's-1', confidence: 'certain', evidence: 'open-file' } as const;
const details = (pid: number, pssBytes: number | null) => ({
  pid,
  cwd: `/home/${pid}`,
  openFiles: null,
  pssBytes,
  ports: [{ port: 3_000 + pid, address: '*' }],
});

function describeAll(nowMs: number) {
  const trees = toAgentTrees(samples);
  const agents = describeTrees(trees, () => 0).map((agent) => (agent.pid === 10 ? { ...agent, session: link } : agent));
  return describeAgentTrees({
    agents,
    trees,
    samples,
    details: [details(10, 7), details(11, 5), details(20, null)],
    toCpuRatio: () => 0,
    lastEventAtMs: ({ sessionId }) => (sessionId === 's-1' ? processStartMs : null),
    nowMs,
  });
}

describe('describeAgentTrees', () => {
  it('has all processes of an agent with their kinds and ports', () => {
    const [claude, codex] = describeAll(processStartMs + hourMs);
    expect(claude).toMatchObject({
      pid: 10,
      parentPid: 5,
      isDetached: false,
      pssBytes: 12,
      lastEventAtMs: processStartMs,
    });
    expect(claude?.members).toMatchObject([
      { pid: 10, name: 'claude', kind: 'agent', ports: [{ port: 3_010, address: '*' }] },
      { pid: 11, parentPid: 10, name: 'gopls', kind: 'language-server', ports: [{ port: 3_011 }] },
    ]);
    expect(codex).toMatchObject({ pid: 20, isDetached: true, pssBytes: null, lastEventAtMs: null, isIdle: false });
  });

  it('knows which agent started another, also by a shell, and the nearest of several', () => {
    const nested = [
      sample(10, 1, 'claude'),
      sample(11, 10, 'bash'),
      sample(12, 11, 'codex'),
      sample(13, 12, 'bash'),
      sample(14, 13, 'gemini'),
    ];
    const trees = toAgentTrees(nested);
    const agents = describeTrees(trees, () => 0).map((agent) =>
      agent.pid === 10 ? { ...agent, session: link } : agent,
    );
    const more = { details: [], toCpuRatio: () => 0, lastEventAtMs: () => null, nowMs: processStartMs };
    const rows = describeAgentTrees({ agents, trees, samples: nested, ...more });
    expect(rows.map(({ startedBy }) => startedBy)).toEqual([
      null,
      { pid: 10, startedAtMs: nested[0]?.startedAtMs, label: 'Claude Code', sessionId: 's-1' },
      { pid: 12, startedAtMs: nested[2]?.startedAtMs, label: 'Codex', sessionId: null },
    ]);
  });

  it('calls a session idle after three hours without tokens', () => {
    expect(describeAll(processStartMs + 3 * hourMs - 1)[0]?.isIdle).toBe(false);
    expect(describeAll(processStartMs + 3 * hourMs)[0]?.isIdle).toBe(true);
  });
});

describe('isIdleAgent', () => {
  const quiet = { cpuRatio: 0, rssBytes: 100_000_000 };
  it('needs a known silence, a known rest and memory worth having', () => {
    expect(isIdleAgent(quiet, 0, 5 * hourMs)).toBe(true);
    expect(isIdleAgent(quiet, null, 5 * hourMs)).toBe(false);
    expect(isIdleAgent({ ...quiet, cpuRatio: null }, 0, 5 * hourMs)).toBe(false);
    expect(isIdleAgent({ ...quiet, cpuRatio: 0.5 }, 0, 5 * hourMs)).toBe(false);
    expect(isIdleAgent({ ...quiet, rssBytes: 1_000 }, 0, 5 * hourMs)).toBe(false);
  });
});

describe('describeOrphans', () => {
  it('adds ports where they are known', () => {
    expect(describeOrphans([makeOrphan()], [details(5_001, 1)])[0]?.members[0]?.ports).toEqual([
      { port: 8_001, address: '*' },
    ]);
    expect(describeOrphans([makeOrphan()], [])[0]?.members[0]?.ports).toBeNull();
  });
});
