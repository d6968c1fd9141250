import { describe, expect, it } from 'vitest';
import type { ProcessSample } from '../../../../shared/domain/process-sample.ts';
import { toAgentTrees } from '../../../../shared/processes/match-agents.ts';
import { findOrphans, isWithoutParent, type OrphanMemory } from '../../../../shared/processes/orphans.ts';
import { makeSample as sample } from '../../../support/process-samples.ts';

const session = { source: 'claude-code', sessionId: 's-1', confidence: 'likely', evidence: 'folder' } as const;
const init = sample(1, 0, 'systemd');

function look(samples: readonly ProcessSample[], memory: OrphanMemory = new Map(), nowMs = 1_000) {
  const trees = toAgentTrees(samples);
  return findOrphans(memory, { samples, trees, sessionOf: () => session, toCpuRatio: () => 0.5, nowMs });
}

describe('findOrphans', () => {
  const claude = sample(10, 1, 'claude');
  const server = sample(11, 10, 'node /opt/tools/server.js', { name: 'node', rssBytes: 30 });
  const child = sample(12, 11, 'sleep 9', { rssBytes: 4 });

  it('finds what outlives its agent, with everything that it started, and says since when', () => {
    const first = look([init, claude, server, child]);
    expect(first.orphans).toEqual([]);
    const left = [init, { ...server, parentPid: 1 }, child];
    const second = look(left, first.memory, 2_000);
    expect(second.orphans).toHaveLength(1);
    expect(second.orphans[0]).toMatchObject({
      agent: 'claude-code',
      label: 'Claude Code',
      evidence: 'seen',
      session,
      agentGoneAtMs: 2_000,
      cpuRatio: 0.5,
      rssBytes: 34,
    });
    expect(second.orphans[0]?.members.map(({ pid, name, kind }) => [pid, name, kind])).toEqual([
      [11, 'server.js', 'other'],
      [12, 'sleep', 'other'],
    ]);
    // The time does not move, and what is gone is forgotten.
    expect(look(left, second.memory, 9_000).orphans[0]?.agentGoneAtMs).toBe(2_000);
    expect(look([init], second.memory).memory.size).toBe(0);
  });

  it('counts what an orphan starts later with it', () => {
    const { memory } = look([init, claude, server]);
    const later = look([init, { ...server, parentPid: 1 }, sample(13, 11, 'cc1')], memory);
    expect(later.orphans[0]?.members.map(({ pid }) => pid)).toEqual([11, 13]);
  });

  it('does not take a reused pid for what had it before', () => {
    const { memory } = look([init, claude, server]);
    expect(look([init, { ...server, parentPid: 1, startedAtMs: server.startedAtMs + 60_000 }], memory).orphans).toEqual(
      [],
    );
  });

  it('does not count with an orphan what is older and only names its pid, as on Windows', () => {
    const { memory } = look([init, claude, server]);
    const writer = sample(40, server.pid, 'winword.exe', { startedAtMs: server.startedAtMs - 3_600_000 });
    const { orphans } = look([init, { ...server, parentPid: 1 }, writer], memory);
    expect(orphans.flatMap(({ members }) => members.map(({ pid }) => pid))).toEqual([server.pid]);
  });

  it('does not list what went on to belong to another agent', () => {
    const { memory } = look([init, claude, server]);
    expect(look([init, sample(20, 1, 'claude'), { ...server, parentPid: 20 }], memory).orphans).toEqual([]);
  });

  it('recognises an MCP server without a parent that nobody saw before, and nothing else', () => {
    const lost = sample(30, 1, 'node /usr/lib/node_modules/@playwright/mcp/cli.js', { name: 'node' });
    const served = sample(31, 99, 'npx -y @modelcontextprotocol/server-github', { name: 'npx' });
    const editor = sample(99, 50, 'code');
    const { orphans } = look([init, lost, editor, served, sample(33, 1, 'sshd'), sample(50, 1, 'bash')]);
    expect(orphans.map(({ evidence, agent, members }) => [evidence, agent, members[0]?.name])).toEqual([
      ['looks', null, '@playwright/mcp'],
    ]);
  });
});

describe('isWithoutParent', () => {
  it('knows the programs that take in orphans, a missing parent, and a reused pid', () => {
    const manager = sample(7, 1, '/usr/lib/systemd/systemd --user', { name: 'systemd' });
    const shell = sample(8, 7, 'bash');
    const younger = sample(9, 1, 'cron', { startedAtMs: shell.startedAtMs + 60_000 });
    const byPid = new Map([init, manager, shell, younger].map((each) => [each.pid, each]));
    const of = (parentPid: number) => isWithoutParent(sample(20, parentPid, 'x'), byPid);
    expect([1, 7, 8, 9, 500].map(of)).toEqual([true, true, false, true, true]);
  });
});
