import { comparedShares } from '../../../../shared/forecast/backtest/shares.ts';
import type { BacktestHistory } from '../../../../shared/forecast/backtest/replay.ts';
import { windowKinds, type ForecastInput, type PastWindow } from '../../../../shared/forecast/forecast.ts';
import { listPastBlocks, listPastPeriods } from '../../../../shared/forecast/past-windows.ts';
import { slotMs, type SlotSeries } from '../../../../shared/forecast/slot-series.ts';

/** A question that a method is asked in a replay, with the answer that came. */
export interface Question {
  readonly input: ForecastInput;
  readonly window: PastWindow;
  readonly share: number;
  /** Of one series and kind: a method that learns is built anew for each. */
  readonly series: string;
}

/** All questions of a history at the shares at which methods are compared, in the order of time within a series. */
export function listQuestions({ sources, all, calendar, nowMs }: BacktestHistory): readonly Question[] {
  return windowKinds.flatMap((kind) => {
    const list: readonly SlotSeries[] = kind === 'block' ? sources : [all];
    return list.flatMap((series, index) => {
      const windows = kind === 'block' ? listPastBlocks(series, nowMs) : listPastPeriods(kind, series, calendar, nowMs);
      return windows.flatMap((window, at) =>
        comparedShares.flatMap((share) =>
          toQuestion(series, window, windows.slice(0, at), share, `${kind} ${index}`, calendar),
        ),
      );
    });
  });
}

function toQuestion(
  series: SlotSeries,
  window: PastWindow,
  past: readonly PastWindow[],
  share: number,
  name: string,
  calendar: BacktestHistory['calendar'],
): readonly Question[] {
  const nowMs = window.startMs + share * (window.endMs - window.startMs);
  const known = series.until(nowMs);
  if (known.length === 0 || nowMs < window.startMs + slotMs) return [];
  const { kind, startMs, endMs } = window;
  const input = { window: { kind, startMs, endMs }, nowMs, series: known, past, calendar };
  return [{ input, window, share, series: name }];
}
