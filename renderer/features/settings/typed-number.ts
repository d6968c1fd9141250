import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { messages } from '../../messages.ts';

/** What a number may be, and what is said of any other. */
interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly refusal: string;
}

/** Reads an amount as the person's language writes it; a dollar sign may stand with it. */
export function readNumber(text: string, { min, max, refusal }: Bounds): Result<number> {
  const typed = text.trim().replace('$', '');
  const value = messages.format.parse(typed);
  if (value === 'ambiguous') return fail(messages.settings.ambiguousNumber(typed.trim()));
  return value !== null && value >= min && value <= max ? ok(value) : fail(refusal);
}
