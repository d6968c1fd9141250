import type { Host } from '../../../shared/contract/index.ts';
import type { BacktestRow } from '../../../shared/domain/backtest.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { hourMs } from '../../../shared/domain/instant.ts';
import {
  explainBlock,
  explainCost,
  explainLimit,
  explainTotals,
  findRecord,
  type ExplainContext,
  type ExplainPart,
} from './view-model.ts';

/** What is explained. `id` is the key of the limit's id. */
export type ExplainTarget =
  | { readonly kind: 'limit'; readonly source: SourceId; readonly id: string }
  | { readonly kind: 'block'; readonly source: SourceId }
  | { readonly kind: 'day' }
  | { readonly kind: 'cost' };

/** Asks the host how a figure comes about. */
export interface Explainer {
  /**
   * Yields what is known so far, then the whole; the record of forecasts takes seconds and comes last. Rejects with a
   * `CallError`.
   */
  explain(target: ExplainTarget, context: ExplainContext): AsyncIterable<readonly ExplainPart[]>;
}

/** The record changes only with the history, and is expensive to compute. */
const recordTrustedMs = 6 * hourMs;

/** Builds it for a page: the record is asked for at most once in six hours, and only when a forecast is explained. */
export function createExplainer(host: Pick<Host, 'call'>): Explainer {
  let record: { readonly atMs: number; readonly rows: Promise<readonly BacktestRow[]> } | null = null;
  const readRecord = async (nowMs: number): Promise<readonly BacktestRow[]> => {
    if (record === null || nowMs - record.atMs > recordTrustedMs) {
      record = { atMs: nowMs, rows: host.call('backtest', { source: null }).then(({ rows }) => rows) };
    }
    try {
      return await record.rows;
    } catch (error) {
      record = null;
      throw error;
    }
  };
  return {
    async *explain(target, context) {
      switch (target.kind) {
        case 'cost':
          yield explainCost(await host.call('explainCost', { id: null, source: null }), context);
          return;
        case 'limit': {
          const { source, id } = target;
          const { rows } = await host.call('explainLimits', { id: null, source });
          yield explainLimit(rows, (await host.call('forecast', { source })).limits, id, context);
          return;
        }
        case 'block': {
          const { source } = target;
          const { rows } = await host.call('explainBlocks', { id: null, source });
          const { totals } = await host.call('forecast', { source });
          yield explainBlock(rows, totals, undefined, source, context);
          yield explainBlock(rows, totals, findRecord(await readRecord(context.nowMs), 'block-total'), source, context);
          return;
        }
        case 'day': {
          const { totals } = await host.call('forecast', { source: null });
          const days = totals.filter(({ kind }) => kind === 'day');
          yield explainTotals(days, undefined, context);
          if (days.length === 0) return;
          yield explainTotals(days, findRecord(await readRecord(context.nowMs), 'day-total'), context);
        }
      }
    },
  };
}
