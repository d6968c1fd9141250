import { describe, expect, it } from 'vitest';
import { createScenario } from '../../../../test/fakes/fake-scenarios.ts';
import { toUsageView } from '../../../../renderer/features/usage/view-model.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const normal = createScenario('normal', nowMs).snapshot.sections;
const labelOf = (source: string): string => `<${source}>`;

describe('toUsageView', () => {
  it('lists the sources of the week, with no usage today as unknown', () => {
    const usage = {
      ...normal.usage,
      today: { ...normal.usage.today, bySource: normal.usage.today.bySource.slice(0, 1) },
    };
    const view = toUsageView(usage, labelOf);
    expect(view.rows.map((row) => row.label)).toEqual(['<claude-code>', '<codex>']);
    expect(view.rows[1]?.today.tokens).toBeNull();
  });
});
