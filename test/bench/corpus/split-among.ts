import type { Random } from './random.ts';

/** How uneven files are: in real logs, the 90th percentile is about five times the median. */
const deviation = 1.3;

/** Splits an amount among this many files, as unevenly as in real logs, at least 1 for each; the parts add up to it. */
export function splitAmong(random: Random, amount: number, files: number): readonly number[] {
  const weights = Array.from({ length: files }, () => Math.exp(deviation * random.normal()));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const parts = weights.map((weight) => Math.max(1, Math.floor((weight / sum) * amount)));
  const rest = amount - parts.reduce((total, part) => total + part, 0);
  const largest = parts.indexOf(Math.max(...parts));
  parts[largest] = Math.max(1, parts[largest]! + rest);
  return parts;
}
