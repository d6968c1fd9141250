import { hourMs } from '../../shared/domain/instant.ts';
import type { Memory } from './memory.ts';

/** One site of today. */
export interface PopupRow {
  readonly domain: string;
  readonly activeMs: number;
  readonly visits: number;
  /** Millionths of a dollar, a guess; null where there is no rate. */
  readonly costMicroUsd: number | null;
}

/** What the popup shows. */
export interface PopupModel {
  readonly rows: readonly PopupRow[];
  readonly activeMs: number;
  readonly costMicroUsd: number;
  readonly requests: number;
  /** Number of counts waiting to be sent. */
  readonly waiting: number;
}

/** Sums up today; `day` is today in the local time zone. The most used sites come first. */
export function toPopupModel({ counts, config }: Pick<Memory, 'counts' | 'config'>, day: string): PopupModel {
  const today = counts.today.day === day ? counts.today : { sites: {}, requests: 0 };
  const rows = Object.entries(today.sites)
    .map(([domain, { activeMs, visits }]): PopupRow => {
      const usdPerHour = config.usdPerHour[domain];
      const costMicroUsd = usdPerHour === undefined ? null : Math.round((activeMs / hourMs) * usdPerHour * 1e6);
      return { domain, activeMs, visits, costMicroUsd };
    })
    .sort((a, b) => b.activeMs - a.activeMs || b.visits - a.visits || (a.domain < b.domain ? -1 : 1));
  return {
    rows,
    activeMs: rows.reduce((sum, row) => sum + row.activeMs, 0),
    costMicroUsd: rows.reduce((sum, row) => sum + (row.costMicroUsd ?? 0), 0),
    requests: today.requests,
    waiting: counts.waiting.length,
  };
}
