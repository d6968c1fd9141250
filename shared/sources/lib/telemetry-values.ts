import { parseIsoInstant } from '../../domain/instant.ts';
import type { TelemetryAttributes } from '../telemetry.ts';
import { toCount } from './token-count.ts';

const longestName = 256;
const longestInstant = 40;

/** A count that may be sent as a number or as digits; 0 when it is absent, null when it is neither. */
export function readCount(attributes: TelemetryAttributes, name: string): number | null {
  const value = attributes[name];
  return toCount(typeof value === 'string' && /^\d{1,13}$/.test(value) ? Number(value) : value);
}

/** Several counts; null when one of them is invalid. */
export function readCounts<Name extends string>(
  attributes: TelemetryAttributes,
  names: readonly Name[],
): Readonly<Record<Name, number>> | null {
  const counts = names.map((name) => [name, readCount(attributes, name)] as const);
  return counts.some(([, count]) => count === null) ? null : (Object.fromEntries(counts) as Record<Name, number>);
}

/** A name or an id: of reasonable length and one word, so that no sentence is kept; null when there is none. */
export function readName(attributes: TelemetryAttributes, name: string): string | null {
  const value = attributes[name];
  return typeof value === 'string' && value.length <= longestName && /^[^\s\p{C}]+$/u.test(value) ? value : null;
}

/** An instant as it was sent; null when it is not one. */
export function readInstantText(attributes: TelemetryAttributes, name: string): string | null {
  const value = readName(attributes, name);
  return value !== null && value.length <= longestInstant && parseIsoInstant(value) !== null ? value : null;
}
