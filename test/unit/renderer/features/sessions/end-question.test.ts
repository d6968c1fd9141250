import { describe, expect, it } from 'vitest';
import { listTargets, toEndQuestion } from '../../../../../renderer/features/sessions/end-question.ts';
import { makeTree, nowMs } from '../../../../fakes/cli-host.ts';

const session = { source: 'codex', sessionId: 's-7', confidence: 'likely', evidence: 'folder' } as const;

describe('toEndQuestion', () => {
  it('names everything that ends, with its session and when that last got a response', () => {
    const tree = makeTree({ session, lastEventAtMs: nowMs - 1_800_000 });
    expect(toEndQuestion([makeTree({ pid: 7, members: [] }), tree], [tree], nowMs)).toEqual({
      targets: tree.members.map(({ pid, startedAtMs }) => ({ pid, startedAtMs })),
      list: [
        'claude, process 4242, 268 MB, 1 h old, started by process 900',
        'bash, process 4244, 4.2 MB, 58 min old, started by process 4242',
        '@playwright/mcp, process 4243, 134 MB, 58 min old, started by process 4242, port 3000',
      ],
      notes: ['Session s-7 (likely), last response 30 min ago.'],
    });
  });

  it('takes no process that uses the pid again for the agent', () => {
    const tree = makeTree();
    expect(toEndQuestion([tree], [{ pid: tree.pid, startedAtMs: tree.startedAtMs - 1 }], nowMs)).toBeNull();
    expect(toEndQuestion([], [tree], nowMs)).toBeNull();
  });
});

describe('listTargets', () => {
  it('lists agents with everything they started, and nothing of others', () => {
    const tree = makeTree();
    expect(listTargets([makeTree({ pid: 7 }), tree], [tree]).map(({ pid }) => pid)).toEqual([4_242, 4_244, 4_243]);
    expect(listTargets([tree], [])).toEqual([]);
  });
});
