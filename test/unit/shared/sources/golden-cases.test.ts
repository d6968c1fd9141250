import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashName } from '../../../../main/node/store/tables/hash-name.ts';
import type { LogRecord } from '../../../../shared/domain/log-record.ts';
import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import { compareLimitIds, toLimitKey } from '../../../../shared/domain/limit-id.ts';
import { absorbRecords } from '../../../../shared/ledger/absorb-records.ts';
import { createMemoryTable } from '../../../fakes/memory-table.ts';
import { sources } from '../../../../shared/sources/registry.ts';
import type { Source } from '../../../../shared/sources/source.ts';
import { mayHoldLogs } from '../../../../main/node/ingest/discovery/log-file-name.ts';
import { eventsOf, readLogFile } from '../../../support/count-events.ts';
import { readGoldenCases, type GoldenCase, type GoldenLimit } from '../../../support/golden-cases.ts';
import { sortGoldenEvents, toGoldenEvent, toGoldenLimit } from '../../../support/golden-results.ts';
import { logFixturesFolder } from '../../../support/log-fixtures.ts';
import { listFiles } from '../../../support/real-logs.ts';

const goldenCases = readGoldenCases();

describe('golden cases, from lines through the readers into a table', () => {
  it.each(goldenCases.map((golden) => [golden.name, golden] as const))('%s', (_name, { homes, expected }) => {
    const source = sources.find(({ id }) => id === expected.source)!;
    const records = homes.flatMap((home) => readHome(source, home));
    expect(records.filter((record) => !isWellFormed(source, record))).toEqual([]);
    const links = records.flatMap((record) =>
      record.kind === 'lineage' ? [{ source: source.id, threadId: record.threadId, parentId: record.parentId }] : [],
    );
    const table = createMemoryTable();
    absorbRecords(table, eventsOf(records), links, hashName);
    const found = sortGoldenEvents([...table.entries()].map(toGoldenEvent));
    expect(found).toEqual(sortGoldenEvents(expected.events.map(({ id: _id, ...event }) => event)));
    expect(newestLimits(records)).toEqual(expected.limits ?? []);
    if (expected.keepsHistory !== true) expect(toDiagnosis(records)).toEqual(withoutDamage(expected.diagnosis));
  });
});

describe('the golden suite', () => {
  it.each(goldenCases.map(({ name }) => name))('explains what %s is for', (name) => {
    expect(existsSync(join(logFixturesFolder, name, 'README.md'))).toBe(true);
    const [source = '', golden] = name.split('/');
    expect(readFileSync(join(logFixturesFolder, source, 'README.md'), 'utf8')).toContain(`(${golden}/README.md)`);
  });

  it.each(goldenCases.map((golden) => [golden.name, golden] as const))('sums %s correctly', (_name, { expected }) => {
    const counted = expected.events.filter(({ state }) => state === 'counted');
    const classes = Object.keys(expected.totals.tokens) as (keyof typeof expected.totals.tokens)[];
    for (const name of classes) {
      expect(counted.reduce((sum, { tokens }) => sum + tokens[name], 0)).toBe(expected.totals.tokens[name]);
    }
    expect(counted).toHaveLength(expected.totals.responses);
  });
});

/** Whether a record is of a known kind, and its event's key begins with the source, so that no other's can be the same. */
function isWellFormed({ id }: Source, record: LogRecord): boolean {
  if (record.kind !== 'event') return ['skip', 'repeat', 'limit', 'lineage', 'unlogged'].includes(record.kind);
  return id === 'imported-history' || record.event.key.startsWith(`${id}:`);
}

/** The newest reading of each window, as a ledger would return it. */
function newestLimits(records: readonly LogRecord[]): readonly GoldenLimit[] {
  const newest = new Map<string, LimitReading>();
  for (const record of records) {
    if (record.kind !== 'limit') continue;
    const { reading } = record;
    const key = toLimitKey(reading.id);
    if (reading.observedAtMs > (newest.get(key)?.observedAtMs ?? -1)) newest.set(key, reading);
  }
  return [...newest.values()].toSorted((left, right) => compareLimitIds(left.id, right.id)).map(toGoldenLimit);
}

type Diagnosis = GoldenCase['expected']['diagnosis'];

/** Counts the skipped rows by reason, and the calls that leave no usage by kind. */
function toDiagnosis(records: readonly LogRecord[]): Diagnosis {
  const count = (names: readonly string[]): Record<string, number> =>
    Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((each) => each === name).length]));
  return withoutDamage({
    skips: count(records.flatMap((record) => (record.kind === 'skip' ? [record.reason] : []))),
    unloggedCalls: count(records.flatMap((record) => (record.kind === 'unlogged' ? [record.call] : []))),
  });
}

/** Leaves out lines that are not JSON: ingest detects some of them before a reader sees them. */
function withoutDamage({ skips, unloggedCalls }: Diagnosis): Diagnosis {
  return {
    skips: Object.fromEntries(Object.entries(skips).filter(([reason]) => reason !== 'not-json')),
    unloggedCalls,
  };
}

/** Everything in the logs below a home, file by file, found by a source's roots and names. */
function readHome(source: Source, home: string): readonly LogRecord[] {
  const host = { platform: 'linux', home, variables: {}, otherHomes: [] } as const;
  return [...source.roots(host), ...(source.limitRoots?.(host) ?? [])]
    .filter(({ path }) => existsSync(path))
    .flatMap(({ path, isFile }) => (isFile === true ? [{ path, relativePath: basename(path) }] : listFiles(path)))
    .flatMap(({ path, relativePath }) =>
      isInLogFolder(source, relativePath) ? readLogFile(source, path, relativePath) : [],
    );
}

/** Whether the source searches every folder above a file. */
function isInLogFolder(source: Source, relativePath: string): boolean {
  const folders = relativePath.split('/').slice(0, -1);
  return folders.every((_, index) => mayHoldLogs(source, folders.slice(0, index + 1).join('/')));
}
