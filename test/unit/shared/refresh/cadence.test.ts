import { describe, expect, it } from 'vitest';
import { noAudience } from '../../../../shared/domain/audience.ts';
import { decideSampleCadence, decideSnapshotCadence, type CadenceInputs } from '../../../../shared/refresh/cadence.ts';
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

const cases: readonly (readonly [Partial<CadenceInputs>, string, sampleSeconds: number, snapshotSeconds: number])[] = [
  [{}, 'idle', 60, 300],
  [{ onBattery: true }, 'idle', 120, 600],
  [{ minutesSinceLogActivity: 5 }, 'idle', 60, 300],
  [{ minutesSinceLogActivity: 4.9 }, 'active', 30, 60],
  [{ minutesSinceLogActivity: -7 }, 'active', 30, 60],
  [{ agentsRunning: true }, 'active', 30, 60],
  [{ agentsRunning: true, onBattery: true }, 'active', 60, 120],
  [{ audience: history }, 'history', 5, 15],
  [{ audience: history, onBattery: true }, 'history', 10, 30],
  [{ audience: stream }, 'history', 5, 15],
  [{ audience: glance }, 'glance', 2, 5],
  [{ audience: { ...noAudience, glance: 1, history: 1 }, agentsRunning: true }, 'glance', 2, 5],
  [{ audience: glance, onBattery: true }, 'glance', 5, 10],
  [{ setting: 15, audience: glance }, 'setting', 15, 15],
  [{ setting: 60, onBattery: true }, 'setting', 60, 60],
  [{ setting: 1 }, 'setting', 5, 1],
  [{ setting: 1, audience: glance }, 'setting', 2, 1],
  [{ constrained: true, audience: glance, setting: 5 }, 'constrained', 300, 300],
];

describe('cadence', () => {
  it.each(cases)('%j: %s', (patch, reason, sampleSeconds, snapshotSeconds) => {
    const inputs = { ...quiet, ...patch };
    expect(decideSampleCadence(inputs)).toEqual({ delayMs: sampleSeconds * 1_000, reason });
    expect(decideSnapshotCadence(inputs, null)).toEqual({ delayMs: snapshotSeconds * 1_000, reason });
  });

  it('refreshes the snapshot when something changes before the next poll, and no earlier than in a second', () => {
    expect(decideSnapshotCadence(quiet, 40_000)).toEqual({ delayMs: 40_050, reason: 'turn' });
    expect(decideSnapshotCadence(quiet, 3)).toEqual({ delayMs: 1_000, reason: 'turn' });
    expect(decideSnapshotCadence(quiet, 300_000).reason).toBe('idle');
    expect(decideSnapshotCadence({ ...quiet, constrained: true }, 3).reason).toBe('constrained');
  });

  it('never reads the process table more often than every 2 seconds, or 5 without a visible window', () => {
    for (const setting of refreshCadences) {
      for (const audience of [glance, noAudience]) {
        const { delayMs } = decideSampleCadence({ ...quiet, setting, audience, agentsRunning: true });
        expect(delayMs).toBeGreaterThanOrEqual(audience === glance ? 2_000 : 5_000);
      }
    }
  });
});
