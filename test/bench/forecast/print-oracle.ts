import { createCalendar } from '../../../shared/domain/calendar-day.ts';
import type { BacktestRow } from '../../../shared/domain/backtest.ts';
import { comparedShares } from '../../../shared/forecast/backtest/shares.ts';
import { windowKinds } from '../../../shared/forecast/forecast.ts';
import { makeUpHistories } from '../../support/made-up-histories.ts';
import { judgeOracle } from './oracle.ts';
import { meanOf } from './print-backtest.ts';

/** Prints how far below the best baseline ours and an oracle come on made-up people, `lives` of each. */
export function printOracle(lives: number): void {
  const people = Array.from({ length: lives }, (_, life) =>
    makeUpHistories(`oracle ${life}`).map((history) => ({
      name: history.name,
      rows: judgeOracle({ ...history, calendar: createCalendar('UTC') }),
    })),
  ).flat();
  printCells(
    'all',
    people.map(({ rows }) => rows),
  );
  for (const name of new Set(people.map((person) => person.name))) {
    printCells(
      name,
      people.filter((person) => person.name === name).map(({ rows }) => rows),
    );
  }
}

function printCells(title: string, people: readonly (readonly BacktestRow[])[]): void {
  console.log(`\n${title} (${people.length})`);
  for (const kind of windowKinds) {
    for (const share of comparedShares) {
      const rows = people
        .flat()
        .filter((row) => row.quantity === `${kind}-total` && row.elapsedShare === share && row.historyDays === null);
      printCell(`${kind} at ${share}`, rows);
    }
  }
}

function printCell(name: string, rows: readonly BacktestRow[]): void {
  const of = (method: string): readonly BacktestRow[] => rows.filter((row) => row.method === method);
  const scores = [...new Set(rows.map(({ method }) => method))]
    .filter((method) => method !== 'fuelgauge' && method !== 'oracle')
    .map((method) => ({ method, pinball: meanOf(of(method), (row) => row.pinball) }));
  const best = scores.reduce((one, two) => (two.pinball < one.pinball ? two : one));
  const describe = (method: string): string => {
    const below = 100 * (1 - meanOf(of(method), (row) => row.pinball) / best.pinball);
    const coverage = 100 * meanOf(of(method), (row) => row.coverage80);
    return `${below.toFixed(0)} % below, coverage ${coverage.toFixed(0)} %`;
  };
  const count = of('oracle').reduce((sum, { forecasts }) => sum + forecasts, 0);
  console.log(
    `  ${name}: n ${count}, ${best.method} ${best.pinball.toFixed(3)}; ours ${describe('fuelgauge')}; oracle ${describe('oracle')}`,
  );
}
