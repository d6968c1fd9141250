import type { Problem } from '../../shared/domain/problem.ts';

/** Something cannot be done; `problem` says why, for people. Thrown where a result has no place for it. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause: unknown) {
    super(problem.id, { cause });
    this.problem = problem;
  }
}
