import type { JudgedDifference } from './explanations.ts';
import type { PeerId } from './peers/peer.ts';

/** The result of comparing one data set with one peer. */
export interface Comparison {
  readonly dataSet: string;
  readonly peer: PeerId;
  /** All tokens that we count in it. */
  readonly tokens: number;
  readonly differences: readonly JudgedDifference[];
}

/** The outcome of one comparison. */
export type Verdict = 'equal' | 'explained' | 'unexplained';

const verdicts = ['equal', 'explained', 'unexplained'] as const satisfies readonly Verdict[];

/** Returns the outcome of a comparison: that of its worst difference. */
export function toVerdict({ differences }: Comparison): Verdict {
  if (differences.length === 0) return 'equal';
  return differences.every(({ rules }) => rules.length > 0) ? 'explained' : 'unexplained';
}

/** Every difference of a data set, one per line; one line when there is none. */
export function formatComparison({ dataSet, peer, tokens, differences }: Comparison): string {
  const title = `${dataSet}, ${peer}`;
  if (differences.length === 0) return `${title}: equal in ${tokens} tokens`;
  const lines = differences.map(({ dayAndModel, tokenClass, ours, theirs, rules }) => {
    const amount = theirs - ours;
    const numbers = `ours ${ours}, theirs ${theirs}, ${amount > 0 ? '+' : ''}${amount}`;
    return `  ${dayAndModel} ${tokenClass}: ${numbers} (${rules.join(', ') || 'NOT EXPLAINED'})`;
  });
  return [`${title}:`, ...lines].join('\n');
}

/** How many data sets are equal, explained or not explained, by peer. */
export function formatSummary(comparisons: readonly Comparison[]): string {
  const rows = [...new Set(comparisons.map(({ peer }) => peer))].map((peer) => {
    const own = comparisons.filter((comparison) => comparison.peer === peer).map(toVerdict);
    return [peer, own.length, ...verdicts.map((verdict) => own.filter((one) => one === verdict).length)];
  });
  return [['peer', 'data sets', ...verdicts], ...rows].map((cells) => toLine(cells)).join('\n');
}

function toLine(cells: readonly (string | number)[]): string {
  return cells.map((cell, index) => (index === 0 ? String(cell).padEnd(10) : String(cell).padStart(12))).join('');
}
