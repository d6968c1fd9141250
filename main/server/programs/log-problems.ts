import type { Problem } from '../../../shared/domain/problem.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Host } from '../../node/host/host.ts';

/**
 * Logs what keeps a server from working, such as a wrong key, or from applying settings that were just saved: each
 * problem once until it is over. The dashboard shows it too, but perhaps nobody is looking. Returns a function that
 * stops it.
 */
export function logProblems(
  view: Pick<Host['view'], 'current' | 'onChange'>,
  log: (problem: Problem) => void,
): Dispose {
  let logged: ReadonlySet<string> = new Set();
  const logNew = (): void => {
    const serious = view
      .current()
      .sections.health.problems.filter(({ id, severity }) => severity === 'error' || id === 'settings-not-applied');
    for (const problem of serious) if (!logged.has(problem.id)) log(problem);
    logged = new Set(serious.map(({ id }) => id));
  };
  logNew();
  return view.onChange(logNew);
}
