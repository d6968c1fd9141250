import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { messages } from '../../messages.ts';

/** The range of a number, and the message for any other. */
interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly refusal: string;
}

/** Whether no amount was entered; a dollar sign alone is none. */
export function isBlankAmount(text: string): boolean {
  return /^[\s$]*$/.test(text);
}

/** Reads an amount as it is written in the person's language, with or without a dollar sign. */
export function readNumber(text: string, { min, max, refusal }: Bounds): Result<number> {
  const typed = text.trim().replace('$', '');
  const value = messages.format.parse(typed);
  if (value === 'ambiguous') return fail(messages.settings.ambiguousNumber(typed.trim()));
  return value !== null && value >= min && value <= max ? ok(value) : fail(refusal);
}
