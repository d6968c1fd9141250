import type { Problem, ProblemId } from '../domain/problem.ts';
import { cleanText } from '../lib/clean-text.ts';
import type { Messages } from './catalogue.ts';

/** The sentences for a problem as of an instant: what happened and what to do. Paths and names in it are made safe to show. */
export function describeProblem<Id extends ProblemId>(
  problem: Problem<Id>,
  { problems }: Pick<Messages, 'problems'>,
  nowMs: number,
): string {
  const describe = problems[problem.id] as (parameters: Problem<Id>['parameters'], nowMs: number) => string;
  return cleanText(describe(problem.parameters, nowMs));
}
