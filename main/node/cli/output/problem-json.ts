import type { Problem } from '../../../../shared/domain/problem.ts';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';
import { messages } from '../messages.ts';

/** A problem in JSON output; the wording of `message` may change. */
export function toProblemJson(problem: Problem) {
  return {
    id: problem.id,
    severity: problem.severity,
    message: describeProblem(problem, messages),
    parameters: problem.parameters,
  };
}
