import type { Anomaly } from '../../../../shared/domain/forecast.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { floorTo, hourMs, quarterHourMs } from '../../../../shared/domain/instant.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { historyMs } from '../../../../shared/forecast/usage-pattern.ts';
import { findAnomalies } from '../../../../shared/forecast/anomalies.ts';
import type { LedgerAccess } from '../ledger/ledger-access.ts';
import type { Preferences } from '../preferences.ts';
import { foldDrive } from '../project-names.ts';

/** What is needed to find anomalies. */
export interface AnomalyContext {
  readonly ledger: Pick<LedgerAccess, 'store'>;
  readonly preferences: Preferences;
}

/** What was unusual lately, compared with the eight weeks before. */
export function readAnomalies(
  { ledger, preferences }: AnomalyContext,
  source: SourceId | null,
  nowMs: number,
): readonly Anomaly[] {
  const fromMs = floorTo(nowMs - historyMs, hourMs);
  const boundariesMs: number[] = [];
  for (let atMs = fromMs; atMs < nowMs; atMs += hourMs) boundariesMs.push(atMs);
  const cells = ledger.store().sums({
    fromMs,
    source: source ?? undefined,
    groupBy: ['sessionId', 'project', 'isSidechain'],
    boundariesMs,
  });
  const pieces = cells.map((cell) => ({
    atMs: floorTo(cell.firstAtMs, hourMs),
    tokens: totalTokens(cell.usage),
    cacheWriteTokens: cell.usage.cacheCreation5mTokens + cell.usage.cacheCreation1hTokens,
    source: cell.source,
    sessionId: cell.sessionId,
    // Otherwise two spellings of one folder would have a share each.
    project: cell.project === null ? null : foldDrive(cell.project),
    model: cell.model,
    isSidechain: cell.isSidechain,
  }));
  return findAnomalies(
    pieces.filter(({ atMs }) => atMs <= nowMs),
    preferences.calendar(),
    nowMs,
  );
}

/** The anomalies of all sources, searched once per quarter-hour: the search reads eight weeks of sessions. */
export function createAnomalyWatch(context: AnomalyContext): (nowMs: number) => readonly Anomaly[] {
  let known: { readonly atMs: number; readonly anomalies: readonly Anomaly[] } | null = null;
  return (nowMs) => {
    const atMs = floorTo(nowMs, quarterHourMs);
    if (known?.atMs !== atMs) known = { atMs, anomalies: readAnomalies(context, null, nowMs) };
    return known.anomalies;
  };
}
