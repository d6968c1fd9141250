import { describe, expect, it } from 'vitest';
import { createScenario } from '../../../../fakes/fake-scenarios.ts';
import { toProcessViews } from '../../../../../renderer/features/processes/view-model.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const normal = createScenario('normal', nowMs).snapshot.sections;

describe('toProcessViews', () => {
  it('shows the busiest agent first, and no CPU usage before the second sample', () => {
    const views = toProcessViews(normal.processes, nowMs);
    expect(views.map(({ label, cpu }) => [label, cpu])).toEqual([
      ['Claude Code', '142%'],
      ['Codex', null],
    ]);
  });
});
