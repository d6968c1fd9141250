import { expect, it } from 'vitest';
import { toProcessRecords } from '../../../../../renderer/features/process-tree/export.ts';
import type { AgentTreeRow, OrphanGroup, TreeMember } from '../../../../../shared/domain/agent-process.ts';

const member: TreeMember = { pid: 7, parentPid: 1, startedAtMs: 0, name: 'node\u0007', kind: 'agent', cpuRatio: null, rssBytes: 10, isPaused: null, ports: null }; // prettier-ignore

it('has every process of agents and of what they left behind, and unknown figures as unknown', () => {
  const session = { source: 'codex', sessionId: 's1', confidence: 'likely', evidence: 'folder' } as const;
  const child = { ...member, pid: 8, isPaused: true, ports: [{ port: 3000 }, { port: 3001 }] };
  const tree = { label: 'Codex', pid: 7, session, members: [member, child] } as unknown as AgentTreeRow;
  const orphan = { label: null, evidence: 'seen', session: null, members: [member] } as unknown as OrphanGroup;
  const records = toProcessRecords([tree], [orphan]);
  expect(records.map(({ agent, rootPid, pid, orphan: left }) => [agent, rootPid, pid, left])).toEqual([
    ['Codex', 7, 7, null],
    ['Codex', 7, 8, null],
    [null, 7, 7, 'seen'],
  ]);
  expect(records[0]).toMatchObject({ name: 'node', cpuRatio: null, isPaused: null, ports: null, sessionConfidence: 'likely' }); // prettier-ignore
  expect(records[1]).toMatchObject({ isPaused: 'true', ports: '3000 3001', startedAt: '1970-01-01T00:00:00.000Z' });
});
