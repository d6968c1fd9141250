import { describe, expect, it } from 'vitest';
import { judgeTarget } from '../../../../../../main/node/engine/answers/process-answers.ts';
import type { ProcessMeasurement } from '../../../../../../main/node/engine/processes/process-sampling.ts';
import type { ProcessSample } from '../../../../../../shared/domain/process-sample.ts';
import { toAgentTrees } from '../../../../../../shared/processes/match-agents.ts';
import { makeSample } from '../../../../../support/process-samples.ts';

const ownPid = 500;

function judge(samples: readonly ProcessSample[], pid: number) {
  const trees = toAgentTrees(samples);
  const measured = { survey: { samples, trees }, section: { agents: [], orphans: [], own: null } };
  const target = samples.find((sample) => sample.pid === pid) ?? makeSample(pid, 1, 'gone');
  return judgeTarget(target, measured as unknown as ProcessMeasurement, ownPid);
}

describe('judgeTarget', () => {
  const agent = makeSample(10, 1, 'claude');
  const shell = makeSample(11, 10, 'bash');

  it('leaves Fuelgauge and its windows alone, also where an agent has started it', () => {
    const started = [
      agent,
      shell,
      makeSample(ownPid, 11, 'fuelgauge'),
      makeSample(501, ownPid, 'fuelgauge --type=gpu'),
    ];
    expect(judge(started, ownPid)).toBe('not-ours');
    expect(judge(started, 501)).toBe('not-ours');
    expect(judge(started, 11)).toBe('ours');
    expect(judge(started, 77)).toBe('gone');
  });

  it('may signal an agent that this process has started, and what that one started', () => {
    const asked = [makeSample(ownPid, 1, 'fuelgauge'), makeSample(20, ownPid, 'codex'), makeSample(21, 20, 'bash')];
    expect([judge(asked, 20), judge(asked, 21)]).toEqual(['ours', 'ours']);
  });
});
