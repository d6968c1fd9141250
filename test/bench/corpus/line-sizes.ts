import type { Random } from './random.ts';

/** Draws the size of a line, in bytes. */
export type LineSizes = (random: Random) => number;

/**
 * Draws sizes with given quantiles: pairs of a share (0 to 1, ascending) and the size below which that share of lines is.
 * Between two pairs, sizes are interpolated on a logarithmic scale.
 */
export function createLineSizes(quantiles: readonly (readonly [share: number, bytes: number])[]): LineSizes {
  return (random) => {
    const share = random.next();
    const index = Math.max(
      1,
      quantiles.findIndex(([limit]) => limit >= share),
    );
    const [fromShare, fromBytes] = quantiles[index - 1]!;
    const [toShare, toBytes] = quantiles[index]!;
    const part = (share - fromShare) / (toShare - fromShare);
    return Math.round(fromBytes * (toBytes / fromBytes) ** part);
  };
}
