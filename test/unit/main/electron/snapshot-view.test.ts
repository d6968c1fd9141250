import { describe, expect, it } from 'vitest';
import { createSnapshotView } from '../../../../main/electron/snapshot-view.ts';
import type { AppSnapshot } from '../../../../shared/snapshot/app-snapshot.ts';
import { emptySections } from '../../../../shared/snapshot/empty-sections.ts';
import { createSnapshot } from '../../../../shared/snapshot/revisions.ts';

const problem = { id: 'login', severity: 'warning', message: 'It did not work.' } as const;

function build() {
  const view = createSnapshotView('UTC', () => 1_000);
  const told: AppSnapshot[] = [];
  view.onChange((snapshot) => told.push(snapshot));
  return { view, told };
}

describe('createSnapshotView', () => {
  it('says that nothing is known before the engine has told anything', () => {
    expect(build().view.current().sections.scan.phase).toBe('starting');
  });

  it("shows the shell's problems before the engine's, one of a kind, until they are cleared", () => {
    const { view, told } = build();
    const engineProblem = { id: 'roots', severity: 'error', message: 'No logs.' } as const;
    view.setProblem({ ...problem, message: 'Old words.' });
    view.setProblem(problem);
    view.accept(createSnapshot({ ...emptySections('UTC', 0), health: { problems: [engineProblem] } }, 5));
    expect(view.current().sections.health.problems).toEqual([problem, engineProblem]);
    view.clearProblem('login');
    view.clearProblem('login');
    expect(view.current().sections.health.problems).toEqual([engineProblem]);
    expect(told).toHaveLength(4);
  });

  it('keeps revisions growing when a new engine starts from the first one', () => {
    const { view } = build();
    const sections = emptySections('UTC', 0);
    const watching = { ...sections, scan: { ...sections.scan, phase: 'watching' } } as const;
    view.accept(createSnapshot(watching, 1));
    const before = view.current().revision;
    view.accept(createSnapshot({ ...watching, scan: { ...watching.scan, percent: 50 } }, 2));
    expect(view.current().revision).toBe(before + 1);
    expect(view.current().generatedAtMs).toBe(2);
  });

  it('shows that the engine cannot go on', () => {
    const { view } = build();
    view.setFailed('The engine stopped.');
    expect(view.current().sections).toMatchObject({
      scan: { phase: 'failed' },
      health: { problems: [{ id: 'engine', severity: 'error', message: 'The engine stopped.' }] },
    });
  });
});
