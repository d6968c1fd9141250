import { expect, it } from 'vitest';
import { measureThisProcess } from '../../../../../../main/node/engine/processes/measure-this-process.ts';

it('measures this process since its start', () => {
  const nowMs = Date.now();
  const toStart = () => Math.round(nowMs - process.uptime() * 1_000);
  const latest = toStart();
  const cost = measureThisProcess(nowMs);
  const earliest = toStart();
  expect(cost).toMatchObject({ processes: 1, pssBytes: null, writtenBytes: null });
  expect(cost.sinceMs).toBeLessThanOrEqual(latest);
  expect(cost.sinceMs).toBeGreaterThanOrEqual(earliest);
  // It has run, and it holds what Node at least holds.
  expect(cost.cpuRatio).toBeGreaterThan(0);
  expect(cost.rssBytes).toBeGreaterThan(20_000_000);
});
