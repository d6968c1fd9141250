import type { Baseline } from '../../../../shared/domain/baseline.ts';
import type { Block } from '../../../../shared/domain/block.ts';
import { toBaselines } from '../../../../shared/limits/baseline.ts';
import { listAllBlocks, type BlockContext } from '../usage/list-blocks.ts';
import type { LedgerChange } from '../ledger/recent-usage.ts';

/** What completed blocks usually hold, kept until one more is complete. */
export interface UsualBlocks {
  /** `active`: the blocks that run now. The others are read again when these are no longer the same. */
  read(active: readonly Pick<Block, 'source' | 'startMs'>[]): readonly Baseline[];
  /** Usage from before the active blocks makes the completed ones out of date. */
  noteChange(change: LedgerChange): void;
  /** What usage costs has changed. */
  expire(): void;
}

interface Known {
  readonly key: string;
  /** When the newest active block began; usage since then belongs to no completed block. */
  readonly activeFromMs: number;
  readonly baselines: readonly Baseline[];
}

/** Builds it on whichever ledger is open: it reads all blocks, so not on every new line. */
export function createUsualBlocks(context: BlockContext): UsualBlocks {
  let known: Known | null = null;
  return {
    read(active) {
      const key = JSON.stringify(active.map(({ source, startMs }) => [source, startMs]));
      if (known?.key !== key) {
        const activeFromMs = Math.max(...active.map(({ startMs }) => startMs));
        known = { key, activeFromMs, baselines: toBaselines(listAllBlocks(context, null)) };
      }
      return known.baselines;
    },
    noteChange(change) {
      if (known === null || change === 'recent') return;
      const firstMs = change === 'all' ? -Infinity : (change.changedMinutes[0] ?? Infinity);
      if (firstMs < known.activeFromMs) known = null;
    },
    expire() {
      known = null;
    },
  };
}
