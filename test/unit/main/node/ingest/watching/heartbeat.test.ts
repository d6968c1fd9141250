import { describe, expect, it } from 'vitest';
import { createHeartbeat } from '../../../../../../main/node/ingest/watching/heartbeat.ts';
import { waitUntil } from '../../../../../support/wait-until.ts';

describe('createHeartbeat', () => {
  it('reports when the clock advanced by more, or less, than expected', async () => {
    let nowMs = 0;
    let stepMs = 20;
    const beats: boolean[] = [];
    const heartbeat = createHeartbeat({
      clock: { nowMs: () => (nowMs += stepMs) },
      everyMs: 20,
      onBeat: (hasJumped) => beats.push(hasJumped),
    });
    try {
      await waitUntil('even beats', () => beats.length >= 2);
      expect(beats).not.toContain(true);
      for (const jump of [3_600_000, -3_600_000]) {
        stepMs = jump;
        beats.length = 0;
        await waitUntil('a beat', () => beats.length >= 1);
        expect(beats).not.toContain(false);
      }
    } finally {
      heartbeat.close();
    }
  });
});
