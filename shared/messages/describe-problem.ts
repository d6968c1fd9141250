import type { Problem, ProblemId } from '../domain/problem.ts';
import type { Messages } from './catalogue.ts';

/** The sentences for a problem: what happened and what to do. It may hold paths and names as they stand in logs. */
export function describeProblem<Id extends ProblemId>(
  problem: Problem<Id>,
  { problems }: Pick<Messages, 'problems'>,
): string {
  const describe = problems[problem.id] as (parameters: Problem<Id>['parameters']) => string;
  return describe(problem.parameters);
}
