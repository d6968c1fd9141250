import { existsSync, mkdirSync, readFileSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PlainFailure } from '../../../build/lib/plain-failure.ts';
import { readSlots, toForecastHistory } from '../../../main/node/engine/forecasts/slot-history.ts';
import { openLocalHost } from '../../../main/node/host/open-local-host.ts';
import { openLedger } from '../../../main/node/store/open-ledger.ts';
import { createCalendar } from '../../../shared/domain/calendar-day.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import type { BacktestHistory } from '../../../shared/forecast/backtest/replay.ts';
import { createSlotSeries, slotMs, type UsedSlot } from '../../../shared/forecast/slot-series.ts';
import { hasRealLogs, realLogsFolder } from '../../support/real-logs.ts';

/** Somebody's history. */
export interface Person extends BacktestHistory {
  readonly name: string;
}

/** Reads the logs of a home into a ledger of its own, which is thrown away. Null when there is no usage in it. */
export async function readPerson(name: string, home: string): Promise<Person | null> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'fuelgauge-backtest-'));
  try {
    const host = await openLocalHost({ home, dataFolder, overrides: {} });
    if (!host.ok) throw new PlainFailure(`${home} cannot be read: ${host.error.id}.`);
    await host.value.start('once');
    await host.value.stop();
    const ledger = openLedger({ folder: dataFolder, mode: 'read', nowMs: Date.now() });
    if (!ledger.ok) throw new PlainFailure(`The ledger of ${home} cannot be read.`);
    const { store } = ledger.value;
    const stats = store.stats().filter(({ events }) => events > 0);
    const firstAtMs = Math.min(...stats.map((each) => each.firstAtMs ?? Infinity));
    const lastAtMs = Math.max(...stats.map((each) => each.lastAtMs ?? -Infinity));
    const slots = stats.length === 0 ? new Map() : readSlots(store, firstAtMs, lastAtMs + slotMs);
    store.close();
    const { sources, all, calendar } = toForecastHistory([slots], createCalendar('UTC'));
    if (all.length === 0) return null;
    // The day of the last usage is taken to be over.
    const nowMs = (Math.floor(lastAtMs / dayMs) + 1) * dayMs;
    return { name, sources: [...sources.values()], all, calendar, nowMs };
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Made by hand for other tools' tests: not real usage. */
const handWritten = /ryoppippi|claude-code-log|claude-code-transcripts|CodexBar|agentsview|junhoyeo/;
const places: Readonly<Record<string, string>> = { claude: '.claude/projects/logs', codex: '.codex' };

/** The people of the real logs beside the repository, one for each data set; none where there are no real logs. */
export async function readRealPeople(): Promise<readonly Person[]> {
  const people: Person[] = [];
  for (const agent of hasRealLogs ? Object.keys(places) : []) {
    for (const name of readdirSync(join(realLogsFolder, agent)).filter((each) => !handWritten.test(each))) {
      const home = mkdtempSync(join(tmpdir(), 'fuelgauge-home-'));
      const place = join(home, places[agent] ?? '');
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(join(realLogsFolder, agent, name), place);
      const person = await readPerson(`${agent}/${name}`, home);
      rmSync(home, { recursive: true, force: true });
      if (person !== null) people.push(person);
    }
  }
  return people;
}

/** The people whose homes are the folders in a folder. */
export async function readPeople(folder: string): Promise<readonly Person[]> {
  if (!existsSync(folder)) throw new PlainFailure(`There is no folder ${folder}.`);
  const people: Person[] = [];
  for (const name of readdirSync(folder).sort()) {
    const person = await readPerson(name, join(folder, name));
    if (person !== null) people.push(person);
  }
  return people;
}

/** Histories of which only the sums of quarters of an hour are kept: `{ name: { nowMs, sources: [[{ atMs, tokens }]] } }`. */
export function readSlotFile(file: string): readonly Person[] {
  const people = JSON.parse(readFileSync(file, 'utf8')) as Readonly<
    Record<string, { readonly nowMs: number; readonly sources: readonly (readonly UsedSlot[])[] }>
  >;
  return Object.entries(people).map(([name, { nowMs, sources }]) => ({
    name,
    nowMs,
    sources: sources.map((slots) => createSlotSeries(slots)),
    all: createSlotSeries(sources.flat()),
    calendar: createCalendar('UTC'),
  }));
}
