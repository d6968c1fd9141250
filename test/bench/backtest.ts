import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { runMain } from '../../build/lib/plain-failure.ts';
import { createCalendar } from '../../shared/domain/calendar-day.ts';
import type { BacktestRow } from '../../shared/domain/backtest.ts';
import { backtest } from '../../shared/forecast/backtest/backtest.ts';
import { learnPrior } from '../../shared/forecast/learn-prior.ts';
import { shippedPrior } from '../../shared/forecast/prior.ts';
import { makeUpHistories } from '../support/made-up-histories.ts';
import { readPeople, readPerson, readRealPeople, type Person } from './forecast/read-people.ts';
import { printRows, printSummary } from './forecast/print-backtest.ts';

const priorFile = fileURLToPath(new URL('../../shared/forecast/prior-table.json', import.meta.url));

/**
 * `npm run backtest -- [--home DIR | --people DIR] [--json] [--prior]`: how good forecasts are. Without a folder: on the
 * real logs beside the repository and on made-up histories. What ours knows of other people is then learned from the
 * others alone. `--prior` writes what is learned from all of them into the product.
 */
await runMain(async () => {
  const { values } = parseArgs({
    options: {
      home: { type: 'string' },
      people: { type: 'string' },
      json: { type: 'boolean', default: false },
      prior: { type: 'boolean', default: false },
    },
  });
  // The logs of the user's own agents are read only where they are asked for.
  for (const name of ['CLAUDE_CONFIG_DIR', 'CODEX_HOME']) delete process.env[name];
  if (values.home !== undefined) {
    const person = await readPerson('you', values.home);
    const rows = person === null ? [] : backtest([person]);
    if (values.json) console.log(JSON.stringify({ schema: 'fuelgauge.backtest.v1', rows }));
    else printRows(rows);
    return 0;
  }
  const real = values.people === undefined ? await readRealPeople() : await readPeople(values.people);
  if (values.prior) {
    writeFileSync(
      priorFile,
      `${JSON.stringify(learnPrior(real.filter(({ all }) => all.length >= 3).map(({ all }) => all)))}\n`,
    );
    return 0;
  }
  const madeUp = makeUpHistories('backtest').map((history) => ({ ...history, calendar: createCalendar('UTC') }));
  const results = [
    ...real.map((person) => ({ name: person.name, isReal: true, rows: judge(person, real) })),
    ...(values.people === undefined
      ? madeUp.map((history) => ({ name: history.name, isReal: false, rows: backtest([history], shippedPrior) }))
      : []),
  ];
  if (values.json) console.log(JSON.stringify({ schema: 'fuelgauge.backtest.v1', people: results }));
  else {
    printSummary(
      'Real people',
      results.filter(({ isReal }) => isReal).map(({ rows }) => rows),
    );
    for (const { name, rows } of results.filter(({ isReal }) => !isReal)) printSummary(name, [rows]);
  }
  return 0;
});

/** Each person apart: nothing that ours knows of others comes from this one. */
function judge(person: Person, people: readonly Person[]): readonly BacktestRow[] {
  const others = people.filter((other) => other !== person && other.all.length >= 3);
  return backtest([person], learnPrior(others.map(({ all }) => all)));
}
