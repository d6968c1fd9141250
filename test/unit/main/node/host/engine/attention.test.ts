import { describe, expect, it } from 'vitest';
import { createAttention } from '../../../../../../main/node/host/engine/attention.ts';
import { noAudience, type Audience } from '../../../../../../shared/domain/audience.ts';

describe('createAttention', () => {
  it('reports each change once, and nothing after it was stopped', () => {
    const reported: unknown[] = [];
    let audience: Audience = noAudience;
    const attention = createAttention(
      () => audience,
      (now) => reported.push(now),
    );
    attention.refresh();
    attention.refresh();
    attention.setPower({ onBattery: true, constrained: false });
    audience = { ...noAudience, history: 1 };
    attention.refresh();
    audience = { ...noAudience, glance: 1 };
    attention.stop();
    attention.refresh();
    const nobody = { audience: noAudience, onBattery: false, constrained: false };
    expect(reported).toEqual([
      nobody,
      { ...nobody, onBattery: true },
      { ...nobody, onBattery: true, audience: { ...noAudience, history: 1 } },
    ]);
  });
});
