import { minuteMs, quarterHourMs } from '../../../../shared/domain/instant.ts';
import type { ProcessUsage } from '../../../../shared/domain/process-usage.ts';
import type { ProcessUsageQuery, ThinningOrder } from '../../../../shared/ports/sample-store.ts';
import { compareUsage, toQuarterHour } from '../../../../shared/processes/usage-series.ts';
import type { SqliteDatabase, SqliteRow } from '../../sqlite/sqlite-driver.ts';
import { findMissingSlots } from './missing-slots.ts';
import type { TextTable } from './texts.ts';

/** The migration that creates the table. A session of 0 means none: a primary key cannot contain NULL. */
export const processSamplesMigration = `
  CREATE TABLE process_samples (
    grain_ms INTEGER NOT NULL,
    start_ms INTEGER NOT NULL,
    agent INTEGER NOT NULL REFERENCES texts,
    session INTEGER NOT NULL,
    running_ms INTEGER NOT NULL,
    active_ms INTEGER NOT NULL,
    cpu_ms INTEGER NOT NULL,
    rss_kib_ms INTEGER NOT NULL,
    max_rss_bytes INTEGER NOT NULL,
    max_processes INTEGER NOT NULL,
    PRIMARY KEY (grain_ms, start_ms, agent, session)
  ) STRICT, WITHOUT ROWID;`;

/** The table of what agents' processes used. */
export interface ProcessSampleTable {
  add(rows: readonly ProcessUsage[]): void;
  /** Adds what another ledger, perhaps an older or newer state of this one, has in addition. */
  addMissing(rows: readonly ProcessUsage[]): void;
  list(query: ProcessUsageQuery): readonly ProcessUsage[];
  thin(order: ThinningOrder): void;
  all(): readonly ProcessUsage[];
}

/** Builds the access to the table `process_samples`. */
export function createProcessSampleTable(database: SqliteDatabase, texts: TextTable): ProcessSampleTable {
  const columns =
    'grain_ms, start_ms, agent, session, running_ms, active_ms, cpu_ms, rss_kib_ms, max_rss_bytes, max_processes';
  const insert = `INSERT INTO process_samples (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO`;
  const add = database.prepare(`${insert} UPDATE SET
    running_ms = running_ms + excluded.running_ms,
    active_ms = active_ms + excluded.active_ms,
    cpu_ms = cpu_ms + excluded.cpu_ms,
    rss_kib_ms = rss_kib_ms + excluded.rss_kib_ms,
    max_rss_bytes = max(max_rss_bytes, excluded.max_rss_bytes),
    max_processes = max(max_processes, excluded.max_processes)`);
  const remove = database.prepare(
    'DELETE FROM process_samples WHERE grain_ms = ? AND start_ms = ? AND agent = ? AND session = ?',
  );
  const select = `SELECT process_samples.*, agents.text AS agent_text, sessions.text AS session_text
    FROM process_samples JOIN texts AS agents ON agents.id = process_samples.agent
    LEFT JOIN texts AS sessions ON sessions.id = process_samples.session`;
  const readSpan = database.prepare(`${select} WHERE start_ms >= ? AND start_ms < ?`);
  const readAll = database.prepare(select);
  const readMinutes = database.prepare(`${select} WHERE grain_ms = ${minuteMs} AND start_ms < ?`);
  const removeMinutes = database.prepare(`DELETE FROM process_samples WHERE grain_ms = ${minuteMs} AND start_ms < ?`);
  const removeQuarters = database.prepare(
    `DELETE FROM process_samples WHERE grain_ms = ${quarterHourMs} AND start_ms < ?`,
  );
  const toSlot = (row: ProcessUsage) => [
    row.grainMs,
    row.startMs,
    texts.idOf(row.agent),
    row.sessionId === null ? 0 : texts.idOf(row.sessionId),
  ];
  const toValues = (row: ProcessUsage) => [
    ...toSlot(row),
    ...[row.runningMs, row.activeMs, row.cpuMs, row.rssKibMs, row.maxRssBytes, row.maxProcesses],
  ];
  const addAll = (rows: readonly ProcessUsage[]): void => {
    for (const row of rows) add.run(...toValues(row));
  };
  return {
    add: addAll,
    addMissing(rows) {
      const { removed, added } = findMissingSlots(() => readAll.all().map(toUsage), rows, toSubject, toRunning);
      for (const row of removed) remove.run(...toSlot(row));
      addAll(added);
    },
    list: ({ fromMs, toMs }) => readSpan.all(fromMs, toMs).map(toUsage).sort(compareUsage),
    thin({ quartersBeforeMs, dropBeforeMs }) {
      addAll(readMinutes.all(quartersBeforeMs).map(toUsage).map(toQuarterHour));
      removeMinutes.run(quartersBeforeMs);
      removeQuarters.run(dropBeforeMs);
    },
    all: () => readAll.all().map(toUsage),
  };
}

const toSubject = ({ agent, sessionId }: ProcessUsage): string => JSON.stringify([agent, sessionId]);
const toRunning = (row: ProcessUsage): number => row.runningMs;

function toUsage(row: SqliteRow): ProcessUsage {
  const number = (name: string): number => Number(row[name]);
  const session = row['session_text'];
  return {
    startMs: number('start_ms'),
    grainMs: number('grain_ms') as ProcessUsage['grainMs'],
    agent: String(row['agent_text']),
    sessionId: typeof session === 'string' ? session : null,
    runningMs: number('running_ms'),
    activeMs: number('active_ms'),
    cpuMs: number('cpu_ms'),
    rssKibMs: number('rss_kib_ms'),
    maxRssBytes: number('max_rss_bytes'),
    maxProcesses: number('max_processes'),
  };
}
