import { backtestQuantities, type BacktestRow } from '../../../shared/domain/backtest.ts';

/** Prints every row, one method after the other. */
export function printRows(rows: readonly BacktestRow[]): void {
  for (const row of rows) {
    const { quantity, elapsedShare, historyDays, method, forecasts, medianApe, pinball, coverage80, brierSkill } = row;
    const history = historyDays === null ? 'all' : `${historyDays}+ days`;
    console.log(
      [
        quantity.padEnd(12),
        String(elapsedShare ?? 'any').padEnd(5),
        history.padEnd(9),
        method.padEnd(17),
        `n ${forecasts}`.padEnd(7),
        `ape ${toText(medianApe)} pinball ${toText(pinball)} coverage ${toText(coverage80)} skill ${toText(brierSkill)}`,
        row.falseAlarms === null
          ? ''
          : `false alarms ${row.falseAlarms} missed ${row.missed} lead ${row.leadMinutes ?? '-'}`,
      ].join(' '),
    );
  }
}

/** Prints how ours compares with the best baseline, each person weighing by the number of their forecasts. */
export function printSummary(title: string, people: readonly (readonly BacktestRow[])[]): void {
  console.log(`\n${title} (${people.length})`);
  for (const quantity of backtestQuantities) {
    for (const share of [0.25, 0.5, 0.75]) {
      for (const history of quantity === 'run-out' ? [null] : [null, 0, 7, 14, 28]) {
        const rows = people
          .flat()
          .filter((row) => row.quantity === quantity && row.elapsedShare === share && row.historyDays === history);
        if (rows.length > 0) printComparison(`${quantity} at ${share}`, history, rows);
      }
    }
  }
}

function printComparison(name: string, history: number | null, rows: readonly BacktestRow[]): void {
  const methods = [...new Set(rows.map(({ method }) => method))];
  const isRunOut = rows[0]?.quantity === 'run-out';
  const value = (row: BacktestRow): number | null => (isRunOut ? row.brierSkill : row.pinball);
  const scores = methods.map(
    (method) =>
      [
        method,
        meanOf(
          rows.filter((row) => row.method === method),
          value,
        ),
      ] as const,
  );
  const ours = scores.find(([method]) => method === 'fuelgauge')?.[1] ?? Number.NaN;
  const others = scores.filter(([method]) => method !== 'fuelgauge');
  const best = others.reduce((one, two) => ((isRunOut ? two[1] > one[1] : two[1] < one[1]) ? two : one));
  const own = rows.filter(({ method }) => method === 'fuelgauge');
  const count = own.reduce((sum, { forecasts }) => sum + forecasts, 0);
  const age = history === null ? '' : `, history of ${history}+ days`;
  console.log(
    isRunOut
      ? `  ${name}: n ${count}, Brier skill ${toText(ours)}; best other ${best[0]} ${toText(best[1])}`
      : `  ${name}${age}: n ${count}, pinball ${toText(ours)}, ${Math.round(100 * (1 - ours / best[1]))} % below ${best[0]} ${toText(best[1])}; ` +
          `coverage ${toText(meanOf(own, (row) => row.coverage80))}; median error ${toText(meanOf(own, (row) => row.medianApe))}`,
  );
}

/** The mean of what is known, each row weighing by its forecasts. */
export function meanOf(rows: readonly BacktestRow[], value: (row: BacktestRow) => number | null): number {
  const known = rows.filter((row) => value(row) !== null);
  const weight = known.reduce((sum, { forecasts }) => sum + forecasts, 0);
  return known.reduce((sum, row) => sum + (value(row) ?? 0) * row.forecasts, 0) / weight;
}

function toText(value: number | null): string {
  return value === null ? '-' : value.toFixed(3);
}
