import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { toPlainDigits } from '../../../../shared/messages/format/typed-numbers.ts';
import { messages } from '../../../messages.ts';

const words = messages.settings.alerts;

/** Parses thresholds: whole percentages from 1 to 100, separated by commas or spaces, five at most. */
export function parseThresholds(text: string): Result<number[]> {
  const parts = toPlainDigits(text)
    .split(/[\s,;%\u061b\u066a\uff05\uff1b]+/)
    .filter((part) => part !== '');
  const values = parts.map(Number);
  if (values.some((value) => !Number.isInteger(value) || value < 1 || value > 100)) {
    return fail(words.badThresholds);
  }
  const unique = [...new Set(values)].sort((a, b) => a - b);
  return unique.length > 5 ? fail(words.tooManyThresholds) : ok(unique);
}

/** Formats thresholds as they are entered. */
export function formatThresholds(values: readonly number[]): string {
  return values.join(', ');
}
