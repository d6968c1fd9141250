import { describe, expect, it } from 'vitest';
import { pickTargets } from '../../../../shared/processes/pick-targets.ts';
import { makeMember } from '../../../fakes/cli-host.ts';

const member = (pid: number, parentPid: number) => makeMember({ pid, parentPid });
const trees = [
  [member(10, 1), member(11, 10), member(12, 11), member(13, 10)],
  [member(20, 1), member(21, 20)],
];
const pick = (pid: number) => pickTargets(pid, trees).map((picked) => picked.pid);

describe('pickTargets', () => {
  it('takes a process with everything it started, and nothing beside or above it', () => {
    expect(pick(10)).toEqual([10, 11, 13, 12]);
    expect(pick(11)).toEqual([11, 12]);
    expect(pick(21)).toEqual([21]);
  });

  it('leaves out what only names the pid of a parent that is gone, and has been given to a child of its own', () => {
    const root = makeMember({ pid: 30, parentPid: 31, startedAtMs: 1_000 });
    const child = makeMember({ pid: 31, parentPid: 30, startedAtMs: 60_000 });
    expect(pickTargets(31, [[root, child]])).toEqual([child]);
    expect(pickTargets(30, [[root, child]])).toEqual([root, child]);
  });

  it('takes nothing that is not listed', () => {
    expect(pick(1)).toEqual([]);
    expect(pick(99)).toEqual([]);
  });
});
