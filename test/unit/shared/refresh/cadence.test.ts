import { describe, expect, it } from 'vitest';
import { noAudience } from '../../../../shared/domain/audience.ts';
import { decideSampleDelayMs, decideSnapshotDelayMs, type CadenceInputs } from '../../../../shared/refresh/cadence.ts';
import { refreshCadences } from '../../../../shared/settings/schema.ts';

const glance = { ...noAudience, glance: 1 };
const history = { ...noAudience, history: 1 };
const stream = { ...noAudience, stream: 2 };

const quiet: CadenceInputs = {
  audience: noAudience,
  minutesSinceLogActivity: null,
  onBattery: false,
  constrained: false,
  setting: 'auto',
  agentsRunning: false,
};

const cases: readonly (readonly [Partial<CadenceInputs>, sampleSeconds: number])[] = [
  [{}, 60],
  [{ onBattery: true }, 120],
  [{ minutesSinceLogActivity: 5 }, 60],
  [{ minutesSinceLogActivity: 4.9 }, 30],
  [{ minutesSinceLogActivity: -7 }, 30],
  [{ agentsRunning: true }, 30],
  [{ agentsRunning: true, onBattery: true }, 60],
  [{ audience: { ...noAudience, ambient: 1 } }, 60],
  [{ audience: { ...noAudience, ambient: 1 }, agentsRunning: true }, 30],
  [{ audience: history }, 5],
  [{ audience: history, onBattery: true }, 10],
  [{ audience: stream }, 5],
  [{ audience: glance }, 2],
  [{ audience: { ...noAudience, glance: 1, history: 1 }, agentsRunning: true }, 2],
  [{ audience: glance, onBattery: true }, 5],
  [{ setting: 15, audience: glance }, 15],
  [{ setting: 60, onBattery: true }, 60],
  [{ setting: 1 }, 5],
  [{ setting: 1, audience: glance }, 2],
  [{ constrained: true, audience: glance, setting: 5 }, 300],
];

describe('the process table', () => {
  it.each(cases)('is read, with %j, after %d seconds', (patch, sampleSeconds) => {
    expect(decideSampleDelayMs({ ...quiet, ...patch })).toBe(sampleSeconds * 1_000);
  });

  it('is never read more often than every 2 seconds, or 5 without a visible window', () => {
    for (const setting of refreshCadences) {
      for (const audience of [glance, noAudience]) {
        const delayMs = decideSampleDelayMs({ ...quiet, setting, audience, agentsRunning: true });
        expect(delayMs).toBeGreaterThanOrEqual(audience === glance ? 2_000 : 5_000);
      }
    }
  });
});

describe('the snapshot', () => {
  const hourMs = 3_600_000;

  it('is built again when an instant changes its facts, and no earlier than in a second', () => {
    expect(decideSnapshotDelayMs(quiet, 40_000)).toBe(40_050);
    expect(decideSnapshotDelayMs({ ...quiet, audience: glance }, 40_000)).toBe(40_050);
    expect(decideSnapshotDelayMs(quiet, 3)).toBe(1_000);
  });

  it('is otherwise built again after minutes, also while someone watches: what time changes is derived', () => {
    expect(decideSnapshotDelayMs({ ...quiet, audience: glance }, hourMs)).toBe(60_000);
    expect(decideSnapshotDelayMs({ ...quiet, audience: stream }, hourMs)).toBe(60_000);
    expect(decideSnapshotDelayMs(quiet, hourMs)).toBe(300_000);
    expect(decideSnapshotDelayMs({ ...quiet, audience: glance, constrained: true }, 3)).toBe(300_000);
  });
});
