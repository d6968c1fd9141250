import { describe, expect, it } from 'vitest';
import { createScenario } from '../../../../test/fakes/fake-scenarios.ts';
import { toSourceViews } from '../../../../renderer/features/sources/view-model.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');

describe('toSourceViews', () => {
  it('shows what was found in each folder', () => {
    const { sources } = createScenario('empty', nowMs).snapshot.sections;
    const { found, absent } = toSourceViews(sources);
    expect(found.map((source) => source.roots[0]?.text)).toEqual([
      'no logs in it',
      'not readable; check its permissions',
    ]);
    expect(absent.map((source) => source.roots[0]?.text)).toContain('not there');
  });
});
