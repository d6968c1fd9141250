import { expect, it } from 'vitest';
import { measureThisProcess } from '../../../../../../main/node/engine/processes/measure-this-process.ts';

it('measures this process since its start', () => {
  const nowMs = Date.now();
  const cost = measureThisProcess(nowMs);
  expect(cost).toMatchObject({ processes: 1, pssBytes: null, writtenBytes: null });
  expect(cost.sinceMs).toBeLessThanOrEqual(nowMs - process.uptime() * 1_000 + 1_000);
  expect(cost.sinceMs).toBeGreaterThan(nowMs - process.uptime() * 1_000 - 1_000);
  // It has run, and it holds what Node at least holds.
  expect(cost.cpuRatio).toBeGreaterThan(0);
  expect(cost.rssBytes).toBeGreaterThan(20_000_000);
});
