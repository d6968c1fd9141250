import type { Block } from '../../../../shared/domain/block.ts';
import { dayMs } from '../../../../shared/domain/instant.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';

const recentMs = 3 * dayMs;

/** The blocks that `--active` and `--recent` select. An active block is always recent. */
export function selectBlocks(
  blocks: readonly Block[],
  { isActiveOnly, isRecentOnly }: { readonly isActiveOnly: boolean; readonly isRecentOnly: boolean },
  nowMs: number,
): readonly Block[] {
  if (!isActiveOnly && !isRecentOnly) return blocks;
  return blocks.filter(({ kind, endMs }) => kind === 'active' || (!isActiveOnly && endMs >= nowMs - recentMs));
}

/**
 * The limit in tokens that blocks are compared with: a number, or for `max` the largest completed block; null when
 * there is none.
 */
export function toTokenLimit(blocks: readonly Block[], tokenLimit: number | 'max' | null): number | null {
  if (tokenLimit !== 'max') return tokenLimit;
  const completed = blocks.filter(({ kind }) => kind === 'completed').map(({ usage }) => totalTokens(usage));
  return completed.length === 0 ? null : completed.reduce((max, tokens) => Math.max(max, tokens), 0);
}
