import { blockMs, type Block } from '../domain/block.ts';
import { minuteMs } from '../domain/instant.ts';
import { toLengthScope } from '../domain/limit-id.ts';
import type { LimitOutlook } from '../domain/limit-window.ts';
import type { BlockLimit } from '../domain/plan.ts';

/** A block with the limit of a plan or of the person, in the shape of a provider's window. */
export type BlockWindow = Omit<LimitOutlook, 'provenance'> & { readonly provenance: BlockLimit['provenance'] };

/** A provider's window, or a block in its place. */
export type LimitOrBlock = LimitOutlook | BlockWindow;

/** An active block with its limit and when that runs out. */
interface BlockWithLimit {
  readonly block: Block;
  readonly limit: BlockLimit | null;
  readonly runsOutAtMs: number | null;
  readonly runOutProbability: number | null;
}

const windowMinutes = blockMs / minuteMs;

/** The blocks that take the place of a limit: those with one, of agents whose provider reports none. */
export function toBlockWindows(
  blocks: readonly BlockWithLimit[],
  windows: readonly Pick<LimitOutlook, 'source'>[],
): readonly BlockWindow[] {
  return blocks.flatMap(({ block, limit, runsOutAtMs, runOutProbability }) => {
    if (limit === null || windows.some(({ source }) => source === block.source)) return [];
    const { source, startMs, endMs, lastAtMs } = block;
    return {
      id: { provider: `${source}`, account: null, name: 'block', scope: toLengthScope(windowMinutes) },
      ...{ source, origin: 'log', label: null, windowMinutes, amount: null, pace: null, planType: null },
      usedPercent: limit.usedPercent,
      resetsAtMs: endMs,
      observedAtMs: lastAtMs ?? startMs,
      trustedUntilMs: endMs,
      ...{ runsOutAtMs, runOutProbability, provenance: limit.provenance },
    };
  });
}
