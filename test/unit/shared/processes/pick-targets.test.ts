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

  it('takes nothing that is not listed', () => {
    expect(pick(1)).toEqual([]);
    expect(pick(99)).toEqual([]);
  });
});
