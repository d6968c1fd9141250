import { describe, expect, it } from 'vitest';
import { createSnapshotView } from '../../../../../../main/node/host/engine/snapshot-view.ts';
import { createProblem } from '../../../../../../shared/domain/problem.ts';
import type { AppSnapshot } from '../../../../../../shared/snapshot/app-snapshot.ts';
import { emptySections } from '../../../../../../shared/snapshot/empty-sections.ts';
import { createSnapshot } from '../../../../../../shared/snapshot/revisions.ts';

const problem = createProblem('notifications', { cause: 'refused' });

function build() {
  const view = createSnapshotView('UTC', () => 1_000);
  const published: AppSnapshot[] = [];
  view.onChange((snapshot) => published.push(snapshot));
  return { view, published };
}

describe('createSnapshotView', () => {
  it('shows that nothing is known before the engine has reported anything', () => {
    expect(build().view.current().sections.scan.phase).toBe('starting');
  });

  it("shows the shell's problems before the engine's, one of a kind, until they are cleared", () => {
    const { view, published } = build();
    const engineProblem = createProblem('still-reading', { bytesLeft: 5 });
    view.setProblem(createProblem('notifications', { cause: 'no-notify-send' }));
    view.setProblem(problem);
    view.accept(createSnapshot({ ...emptySections('UTC', 0), health: { problems: [engineProblem] } }, 5));
    expect(view.current().sections.health.problems).toEqual([problem, engineProblem]);
    view.clearProblem('notifications');
    view.clearProblem('notifications');
    expect(view.current().sections.health.problems).toEqual([engineProblem]);
    expect(published).toHaveLength(4);
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

  it('shows that the engine cannot continue', () => {
    const { view } = build();
    const stopped = createProblem('engine-stopped', { detail: null });
    view.setFailed(stopped);
    expect(view.current().sections).toMatchObject({ scan: { phase: 'failed' }, health: { problems: [stopped] } });
  });

  it('knows nothing of what burns now while the engine does not run', () => {
    const { view } = build();
    const sections = emptySections('UTC', 0);
    view.accept(createSnapshot({ ...sections, burn: { minutes: [], coverageFromMs: 0 } }, 1));
    view.setFailed(createProblem('engine-stopped', { detail: null }));
    expect(view.current().sections.burn.coverageFromMs).toBe(null);
  });

  it('forgets that it could not once another engine has read the logs, and can fail again', () => {
    const { view } = build();
    const stopped = createProblem('engine-stopped', { detail: null });
    const sections = emptySections('UTC', 0);
    const at = (phase: 'scanning' | 'watching') =>
      createSnapshot({ ...sections, scan: { ...sections.scan, phase } }, 1);
    view.setFailed(stopped);
    view.accept(at('scanning'));
    expect(view.current().sections.health.problems).toEqual([stopped]);
    view.accept(at('watching'));
    expect(view.current().sections.health.problems).toEqual([]);
    view.setFailed(stopped);
    expect(view.current().sections).toMatchObject({ scan: { phase: 'failed' }, health: { problems: [stopped] } });
  });

  it.each(['before', 'after'])('keeps the specific cause of a failure when a general one comes %s', (order) => {
    const { view } = build();
    const cause = createProblem('ledger-unusable', { folder: '/data', failure: { kind: 'disk-full' } });
    const general = createProblem('engine-stopped', { detail: null });
    for (const problem of order === 'before' ? [general, cause] : [cause, general]) view.setFailed(problem);
    expect(view.current().sections.health.problems).toEqual([cause]);
  });
});
