import { parseTypedWhole } from '../../../../shared/messages/format/typed-numbers.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { Option } from '../../../ui/options.ts';
import { messages } from '../../../messages.ts';

const words = messages.settings.server;

/** Numbers that a person types: the bounds are those of `shared/settings/server-settings.ts`. */
const numbers = {
  port: { min: 0, max: 65_535, refusal: words.badPort },
  requestsPerMinute: { min: 1, max: 10_000_000, refusal: words.badRequests },
  maxBodyKilobytes: { min: 1, max: 1_048_576, refusal: words.badBody },
} as const;

/** Parses a number of the server's settings; thousands may be separated. */
export function parseServerNumber(name: keyof typeof numbers, text: string): Result<number> {
  const { min, max, refusal } = numbers[name];
  const value = parseTypedWhole(text) ?? NaN;
  return value >= min && value <= max ? ok(value) : fail(refusal);
}

/** Where a server can listen; an address from the settings file is shown as it is. */
export function toHostOptions(host: string): readonly Option<string>[] {
  const known = Object.entries(words.hosts).map(([value, label]) => ({ value, label }));
  return known.some(({ value }) => value === host) ? known : [...known, { value: host, label: host }];
}

/** The dark modules of a QR code as the path of an SVG, one unit each. */
export function toModulePath(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
}
