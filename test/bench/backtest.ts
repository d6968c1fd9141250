import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { runMain } from '../../build/lib/plain-failure.ts';
import { createCalendar } from '../../shared/domain/calendar-day.ts';
import type { BacktestRow } from '../../shared/domain/backtest.ts';
import { backtest } from '../../shared/forecast/backtest/backtest.ts';
import { learnPrior } from './forecast/learn-prior.ts';
import { shippedPrior } from '../../shared/forecast/prior.ts';
import { makeUpHistories } from '../support/made-up-histories.ts';
import { readPeople, readPerson, readRealPeople, readSlotFile, type Person } from './forecast/read-people.ts';
import { printRows, printSummary } from './forecast/print-backtest.ts';
import { printOracle } from './forecast/print-oracle.ts';

const priorFile = fileURLToPath(new URL('../../shared/forecast/prior-table.json', import.meta.url));

/**
 * `npm run backtest -- [--home DIR | --people DIR | --slots FILE] [--json] [--prior] [--heavy] [--oracle N]`: how good forecasts are. Without a folder: on the
 * real logs beside the repository and on made-up histories. What ours knows of other people is then learned from the
 * others alone. `--prior` writes what is learned from all of them into the product. `--slots`: histories of which only sums of
 * quarters of an hour are kept. `--heavy` judges seasonal, learned and clustering models by the same questions. `--oracle N`: how well made-up
 * people can be forecast at all, by one who knows how they live; N lives of each.
 */
await runMain(async () => {
  const { values } = parseArgs({
    options: {
      home: { type: 'string' },
      people: { type: 'string' },
      json: { type: 'boolean', default: false },
      prior: { type: 'boolean', default: false },
      slots: { type: 'string' },
      heavy: { type: 'boolean', default: false },
      oracle: { type: 'string' },
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
  if (values.oracle !== undefined) {
    printOracle(Number(values.oracle));
    return 0;
  }
  const real = await readWhom(values);
  if (values.heavy) {
    // Loaded where it is wanted: it is large.
    const { printHeavy } = await import('./forecast/heavy/print-heavy.ts');
    printHeavy(real);
    return 0;
  }
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
    ...(values.people === undefined && values.slots === undefined
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

/** The people that forecasts are judged on. */
function readWhom({ people, slots }: { readonly people?: string | undefined; readonly slots?: string | undefined }) {
  if (slots !== undefined) return readSlotFile(slots);
  return people === undefined ? readRealPeople() : readPeople(people);
}

/** Each person apart: nothing that ours knows of others comes from this one. */
function judge(person: Person, people: readonly Person[]): readonly BacktestRow[] {
  const others = people.filter((other) => other !== person && other.all.length >= 3);
  return backtest([person], learnPrior(others.map(({ all }) => all)));
}
