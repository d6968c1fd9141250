import { dayMs } from '../../../../shared/domain/instant.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';
import { messages } from '../messages.ts';

/** A problem in JSON output as of an instant; the wording of `message` may change. */
export function toProblemJson(problem: Problem, nowMs: number) {
  return {
    id: problem.id,
    severity: problem.severity,
    message: describeProblem(problem, messages, nowMs),
    parameters: toParametersJson(problem, nowMs),
  };
}

/** `daysLeft` is 0 within a day, and negative when overdue. */
function toParametersJson(problem: Problem, nowMs: number): object {
  if (problem.id !== 'expiring-logs') return problem.parameters;
  const { deletesAtMs, cause, ...rest } = problem.parameters;
  const leftMs = deletesAtMs - nowMs;
  return { ...rest, daysLeft: leftMs <= 0 ? -1 : Math.floor(leftMs / dayMs), cause };
}
