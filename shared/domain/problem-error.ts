import type { Problem } from './problem.ts';

/** Something cannot be done; `problem` is the reason in human-readable form. Thrown where a result cannot carry it. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause: unknown) {
    super(problem.id, { cause });
    this.problem = problem;
  }
}
