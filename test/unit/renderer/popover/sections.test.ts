import { expect, it } from 'vitest';
import { toPopoverHeadline } from '../../../../renderer/popover/sections.ts';
import { createScenario } from '../../../fakes/fake-scenarios.ts';

it('names today’s tokens without any limit, but not those of an earlier day', () => {
  const nowMs = Date.parse('2026-05-14T10:20:00Z');
  const { sections } = createScenario('normal', nowMs).snapshot;
  const noLimits = { ...sections, limits: { windows: [], forecasts: [] }, blocks: [] };
  const at = (atMs: number) =>
    toPopoverHeadline(noLimits, { nowMs: atMs, timeZone: 'UTC', labelOf: (source) => source }).sentence;
  expect(at(nowMs)).toBe('17.4M tokens today');
  expect(at(nowMs + 24 * 3_600_000)).toBe('Fuelgauge');
});
