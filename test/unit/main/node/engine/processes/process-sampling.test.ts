import { describe, expect, it } from 'vitest';
import { createProcessSampling } from '../../../../../../main/node/engine/processes/process-sampling.ts';
import { ProbeError } from '../../../../../../main/node/probes/probe-error.ts';

describe('the sampling of processes', () => {
  it('reports once that processes cannot be read, and once that they can be again', async () => {
    const failure = { kind: 'cannot-run', program: '/bin/ps' } as const;
    let isBroken = true;
    const reported: string[] = [];
    const sampling = createProcessSampling({
      probe: {
        sample: () => (isBroken ? Promise.reject(new ProbeError(failure)) : Promise.resolve([])),
        inspect: () => Promise.resolve([]),
      },
      clock: { nowMs: () => 0 },
      agents: () => [],
      sessions: () => [],
      isAttended: () => true,
      decideDelayMs: () => 1_000,
      isPaused: () => false,
      onMeasure: () => undefined,
      onSample: ({ section }) => reported.push(JSON.stringify(section)),
      onProblem: () => reported.push(sampling.problem()?.id ?? 'none'),
      onError: (error) => reported.push(String(error)),
    });
    await sampling.sample();
    await sampling.sample();
    expect(reported).toEqual(['processes']);
    isBroken = false;
    await sampling.sample();
    await sampling.sample();
    // A sample without a change is the same section.
    expect(reported).toEqual([
      'processes',
      '{"agents":[],"orphans":[],"own":null}',
      'none',
      '{"agents":[],"orphans":[],"own":null}',
    ]);
  });
});
