import type { Problem } from '../../../../shared/domain/problem.ts';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';
import { messages } from '../messages.ts';

/** A problem as scripts get it; `message` is its sentence, whose wording may change. */
export function toProblemJson(problem: Problem) {
  return {
    id: problem.id,
    severity: problem.severity,
    message: describeProblem(problem, messages),
    parameters: problem.parameters,
  };
}
