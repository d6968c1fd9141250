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
  return describe(cleanTexts(problem.parameters), nowMs);
}

/** Not the sentence: a language that runs from right to left has marks of its own around a path. */
function cleanTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanText(value) as Value;
  if (Array.isArray(value)) return value.map(cleanTexts) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cleanTexts(each)])) as Value;
}
