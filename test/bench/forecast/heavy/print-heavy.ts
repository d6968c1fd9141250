import type { BacktestRow } from '../../../../shared/domain/backtest.ts';
import type { Person } from '../read-people.ts';
import { compareAnomalies, findSessionKinds } from './compare-anomalies.ts';
import { compareModels } from './compare-models.ts';

/** Judges the heavy models on people and prints it: each person weighs by the number of their forecasts. */
export function printHeavy(people: readonly Person[]): void {
  const { rows, efforts } = compareModels(people);
  const all = rows.flat().filter(({ historyDays }) => historyDays === null);
  const methods = [...new Set(all.map(({ method }) => method))];
  for (const quantity of ['block-total', 'day-total', 'week-total'] as const) {
    for (const share of [0.25, 0.5, 0.75]) {
      const mine = all.filter((row) => row.quantity === quantity && row.elapsedShare === share);
      console.log(
        `\n${quantity} at ${share} (n ${sum(
          mine.filter(({ method }) => method === methods[0]),
          ({ forecasts }) => forecasts,
        )})`,
      );
      const scored = methods.map((method) => score(method, mine)).sort((a, b) => a.pinball - b.pinball);
      for (const { method, pinball, coverage } of scored) {
        console.log(`  ${method.padEnd(18)} pinball ${pinball.toFixed(3)} coverage ${(100 * coverage).toFixed(0)} %`);
      }
    }
  }
  console.log('\nEffort');
  for (const { method, trainMs, forecasts, forecastMs, rssBytes } of efforts) {
    console.log(
      `  ${method.padEnd(18)} training ${(trainMs / 1_000).toFixed(1)} s, ${(forecastMs / Math.max(1, forecasts)).toFixed(2)} ms a forecast, memory +${Math.round(rssBytes / 1e6)} MB`,
    );
  }
  console.log('\nDays made ten times as large');
  for (const { method, days, falseAlarms, made, found, ms } of compareAnomalies(people)) {
    console.log(
      `  ${method.padEnd(24)} found ${found} of ${made}, ${falseAlarms} of ${days} real days reported, ${(ms / Math.max(1, days)).toFixed(2)} ms a day`,
    );
  }
  console.log('\nKinds of sessions (DBSCAN), a person each');
  for (const { sessions, clusters, largestShare, noiseShare, silhouette } of findSessionKinds(people)) {
    console.log(
      `  ${sessions} sessions: ${clusters} clusters, the largest ${Math.round(100 * largestShare)} %, noise ${Math.round(100 * noiseShare)} %, silhouette ${silhouette?.toFixed(2) ?? '-'}`,
    );
  }
}

function score(method: string, rows: readonly BacktestRow[]) {
  const own = rows.filter((row) => row.method === method);
  const known = own.filter(({ pinball }) => pinball !== null);
  return {
    method,
    pinball:
      sum(known, ({ pinball, forecasts }) => (pinball ?? 0) * forecasts) / sum(known, ({ forecasts }) => forecasts),
    coverage:
      sum(own, ({ coverage80, forecasts }) => (coverage80 ?? 0) * forecasts) / sum(own, ({ forecasts }) => forecasts),
  };
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
