import type { Problem, ProblemId } from '../../../../shared/domain/problem.ts';
import type { Dispose } from '../../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../../shared/lib/emitter.ts';
import type { AppSnapshot, SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { emptySections } from '../../../../shared/snapshot/empty-sections.ts';
import { createSnapshot, updateSnapshot } from '../../../../shared/snapshot/revisions.ts';

/**
 * The snapshot as every client sees it: the engine's, with the host's own problems added. Its revisions are the host's
 * own and only grow, even when the engine restarts.
 */
export interface SnapshotView {
  current(): AppSnapshot;
  /** The engine published a new one; when it has read the logs, an earlier failure is over. */
  accept(snapshot: AppSnapshot): void;
  /** Shows a problem, replacing one with the same id. */
  setProblem(problem: Problem): void;
  clearProblem(id: ProblemId): void;
  /** The engine cannot run; shows why. What names a cause is not replaced by `engine-stopped`, which names none. */
  setFailed(problem: Problem): void;
  onChange(listener: (snapshot: AppSnapshot) => void): Dispose;
}

/** Builds the view; before the engine has published anything, it is empty. */
export function createSnapshotView(timeZone: string, nowMs: () => number): SnapshotView {
  const changes = createEmitter<AppSnapshot>();
  const problems = new Map<ProblemId, Problem>();
  let engineSections: SnapshotSections = emptySections(timeZone, nowMs());
  let failure: Problem | null = null;
  let current = createSnapshot(engineSections, nowMs());

  const refresh = (atMs: number): void => {
    const health = { problems: [...problems.values(), ...engineSections.health.problems] };
    const next = updateSnapshot(current, { ...engineSections, health }, atMs);
    if (next === current) return;
    current = next;
    changes.emit(current);
  };
  return {
    current: () => current,
    accept(snapshot) {
      engineSections = snapshot.sections;
      const { phase } = engineSections.scan;
      // Another engine has replaced the one that could not run.
      if (failure !== null && (phase === 'watching' || phase === 'following')) {
        problems.delete(failure.id);
        failure = null;
      }
      refresh(snapshot.generatedAtMs);
    },
    setProblem(problem) {
      problems.set(problem.id, problem);
      refresh(nowMs());
    },
    clearProblem(id) {
      if (problems.delete(id)) refresh(nowMs());
    },
    setFailed(problem) {
      if (failure !== null && problem.id === 'engine-stopped') return;
      if (failure !== null) problems.delete(failure.id);
      failure = problem;
      const { scan, burn } = engineSections;
      engineSections = {
        ...engineSections,
        scan: { ...scan, phase: 'failed' },
        // What burns while nothing is read is unknown, not nothing.
        burn: { ...burn, coverageFromMs: null },
      };
      problems.set(problem.id, problem);
      refresh(nowMs());
    },
    onChange: (listener) => changes.on(listener),
  };
}
