import { expect, it } from 'vitest';
import { toTreeViews } from '../../../../../renderer/features/process-tree/view-model.ts';
import type { AgentTreeRow, TreeMember } from '../../../../../shared/domain/agent-process.ts';

function makeMember(pid: number, parentPid: number): TreeMember {
  return { pid, parentPid, startedAtMs: 1_000, name: `p${pid}`, kind: 'other', cpuRatio: null, rssBytes: 10, isPaused: null, ports: null }; // prettier-ignore
}

function makeTree(pid: number, patch: Partial<AgentTreeRow> = {}): AgentTreeRow {
  return {
    pid,
    startedAtMs: 1_000,
    agent: 'codex',
    label: 'Codex',
    category: 'cli',
    cwd: '/w/shop',
    processes: 1,
    cpuRatio: 0.1,
    rssBytes: 10,
    isPaused: false,
    session: null,
    parentPid: 1,
    isDetached: false,
    startedBy: null,
    pssBytes: null,
    lastEventAtMs: null,
    isIdle: false,
    members: [makeMember(pid, 1)],
    ...patch,
  };
}

it('puts those that use most first, and points them out', () => {
  const views = toTreeViews([makeTree(1), makeTree(2, { cpuRatio: 1.4 }), makeTree(3, { cpuRatio: null })], 61_000, []);
  expect(views.map(({ root }) => root.pid)).toEqual([2, 1, 3]);
  expect(views[0]).toMatchObject({ cpu: '140%', notes: ['shop', 'uses most'] });
  expect(views[2]?.cpu).toBeNull();
});

it('shows who started whom, and names every process that would end with its start', () => {
  const members = [makeMember(1, 0), makeMember(2, 1), makeMember(3, 2), makeMember(4, 1)];
  const [view] = toTreeViews([makeTree(1, { members, isIdle: true, isDetached: true })], 61_000, []);
  expect(view?.rows.map(({ pid, depth }) => [pid, depth])).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
    [4, 1],
  ]);
  expect(view?.targets).toEqual([1, 2, 3, 4].map((pid) => ({ pid, startedAtMs: 1_000 })));
  expect(view?.list[0]).toBe('p1, process 1, 10 B, 1 min old, started by process 0');
  expect(view?.origin).toBe('No session of it is known.');
  expect(view?.notes).toEqual(['shop', 'its terminal is gone', 'idle, still holds memory']);
});
