import type { UsageTotals } from '../../shared/domain/report.ts';
import { messages } from '../messages.ts';

const { common, usage } = messages;

/** What a cost leaves out, in a sentence; undefined where it leaves out nothing. */
export function toCostNote({ unpricedModels }: Pick<UsageTotals, 'unpricedModels'>): string | undefined {
  return unpricedModels.length === 0 ? undefined : usage.costExcludes(common.someOf(unpricedModels));
}
