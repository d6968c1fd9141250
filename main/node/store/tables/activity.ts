import {
  forgottenCursor,
  markForgotten,
  parseForgotten,
  withoutForgotten,
  type ForgottenMarks,
} from '../../../../shared/activity/forgotten.ts';
import { compareActivity, toDayRow } from '../../../../shared/activity/slots.ts';
import type { ActivityRow } from '../../../../shared/domain/activity.ts';
import { quarterHourMs } from '../../../../shared/domain/instant.ts';
import type {
  ActivityBatch,
  ActivityCursors,
  ActivityForgetting,
  ActivityQuery,
  ActivityThinning,
} from '../../../../shared/ports/activity-store.ts';
import type { SqliteDatabase, SqliteRow } from '../../sqlite/sqlite-driver.ts';
import { namesOf } from '../names/encryption.ts';
import { deleteActivity } from './forget-activity.ts';
import { findMissingSlots } from './missing-slots.ts';
import type { TextTable } from './texts.ts';

/** The migration that creates the tables. */
export const activityMigration = `
  -- Use of AI sites, apps, tools and APIs: numbers only. grain_ms 0: at an unknown time
  CREATE TABLE activity (
    start_ms INTEGER NOT NULL,
    grain_ms INTEGER NOT NULL,
    kind INTEGER NOT NULL REFERENCES texts,
    name INTEGER NOT NULL REFERENCES texts,
    via INTEGER NOT NULL REFERENCES texts,
    origin INTEGER NOT NULL REFERENCES texts,
    active_ms INTEGER NOT NULL,
    count INTEGER NOT NULL,
    input INTEGER NOT NULL,
    output INTEGER NOT NULL,
    PRIMARY KEY (start_ms, grain_ms, kind, name, via, origin)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE activity_cursors (name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;`;

/** The rows and the cursors of a ledger. */
export interface ActivityContents {
  readonly rows: readonly ActivityRow[];
  readonly cursors: ActivityCursors;
}

/** The tables of activity. */
export interface ActivityTable {
  record(batch: ActivityBatch): void;
  /** Adds what another ledger, perhaps an older or newer state of this one, has in addition. */
  addMissing(contents: ActivityContents): void;
  list(query: ActivityQuery): readonly ActivityRow[];
  cursors(): ActivityCursors;
  thin(order: ActivityThinning): void;
  forget(order: ActivityForgetting): number;
  all(): ActivityContents;
}

/** Builds the access to the tables `activity` and `activity_cursors`. */
export function createActivityTable(database: SqliteDatabase, texts: TextTable): ActivityTable {
  // The names of cursors are paths.
  const { seal, open } = namesOf(database);
  const { add, raise } = prepareInserts(database);
  const remove = database.prepare(
    `DELETE FROM activity WHERE ${slotColumns.map((name) => `${name} = ?`).join(' AND ')}`,
  );
  const readSpan = database.prepare(`${select} WHERE start_ms >= ? AND start_ms < ?`);
  const readAll = database.prepare(select);
  const isOldQuarter = `grain_ms = ${quarterHourMs} AND start_ms < ?`;
  const readQuarters = database.prepare(`${select} WHERE ${isOldQuarter}`);
  const removeQuarters = database.prepare(`DELETE FROM activity WHERE ${isOldQuarter}`);
  const readCursors = database.prepare('SELECT name, state FROM activity_cursors');
  const putCursor = database.prepare(
    'INSERT INTO activity_cursors (name, state) VALUES (?, ?) ON CONFLICT DO UPDATE SET state = excluded.state',
  );
  const readCursor = database.prepare('SELECT state FROM activity_cursors WHERE name = ?');
  const addCursor = database.prepare('INSERT INTO activity_cursors (name, state) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const toSlot = (row: ActivityRow) => [
    ...[row.startMs, row.grainMs, texts.idOf(row.kind), texts.idOf(row.name), texts.idOf(row.via)],
    texts.idOf(row.origin),
  ];
  const toValues = (row: ActivityRow) => [
    ...toSlot(row),
    ...[row.activeMs, row.count, row.inputTokens, row.outputTokens],
  ];
  const cursors = (): ActivityCursors =>
    new Map(readCursors.all().map(({ name, state }) => [open(String(name)), open(String(state))]));
  const forgotten = (): ForgottenMarks => {
    const state = readCursor.get(seal(forgottenCursor))?.['state'];
    return parseForgotten(state === undefined ? undefined : open(String(state)));
  };
  return {
    record(batch) {
      const marks = forgotten();
      for (const row of withoutForgotten(batch.added, marks, false)) add.run(...toValues(row));
      for (const row of withoutForgotten(batch.raised, marks, true)) raise.run(...toValues(row));
      for (const [name, state] of batch.cursors) putCursor.run(seal(name), seal(state));
    },
    addMissing(contents) {
      // A copy may contain what has been forgotten since.
      const found = withoutForgotten(contents.rows, forgotten(), false);
      const { removed, added } = findMissingSlots(() => readAll.all().map(toRow), found, toSubject, toSum);
      for (const row of removed) remove.run(...toSlot(row));
      for (const row of added) add.run(...toValues(row));
      for (const [name, state] of contents.cursors) addCursor.run(seal(name), seal(state));
    },
    list: ({ fromMs, toMs }) => readSpan.all(fromMs, toMs).map(toRow).sort(compareActivity),
    cursors,
    thin({ daysBeforeMs }) {
      for (const row of readQuarters.all(daysBeforeMs).map(toRow).map(toDayRow)) add.run(...toValues(row));
      removeQuarters.run(daysBeforeMs);
    },
    forget(order) {
      const rows = deleteActivity(database, order);
      putCursor.run(seal(forgottenCursor), seal(JSON.stringify(markForgotten(forgotten(), order.kinds, order.atMs))));
      return rows;
    },
    all: () => ({ rows: readAll.all().map(toRow), cursors: cursors() }),
  };
}

const select = `SELECT activity.*, kinds.text AS kind_text, names.text AS name_text, vias.text AS via_text,
    origins.text AS origin_text
  FROM activity JOIN texts AS kinds ON kinds.id = activity.kind JOIN texts AS names ON names.id = activity.name
  JOIN texts AS vias ON vias.id = activity.via JOIN texts AS origins ON origins.id = activity.origin`;

/** These columns identify a row. */
const slotColumns = ['start_ms', 'grain_ms', 'kind', 'name', 'via', 'origin'];

const toSubject = ({ kind, name, via, origin }: ActivityRow): string => JSON.stringify([kind, name, via, origin]);
const toSum = (row: ActivityRow): number => row.activeMs + row.count + row.inputTokens + row.outputTokens;

function prepareInserts(database: SqliteDatabase) {
  const columns = [...slotColumns, 'active_ms, count, input, output'].join(', ');
  const insert = `INSERT INTO activity (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO`;
  const numbers = ['active_ms', 'count', 'input', 'output'];
  const update = (toValue: (name: string) => string) =>
    database.prepare(`${insert} UPDATE SET ${numbers.map((name) => `${name} = ${toValue(name)}`).join(', ')}`);
  return {
    add: update((name) => `${name} + excluded.${name}`),
    raise: update((name) => `max(${name}, excluded.${name})`),
  };
}

function toRow(row: SqliteRow): ActivityRow {
  const number = (name: string): number => Number(row[name]);
  return {
    startMs: number('start_ms'),
    grainMs: number('grain_ms') as ActivityRow['grainMs'],
    kind: String(row['kind_text']) as ActivityRow['kind'],
    name: String(row['name_text']),
    via: String(row['via_text']),
    origin: String(row['origin_text']) as ActivityRow['origin'],
    activeMs: number('active_ms'),
    count: number('count'),
    inputTokens: number('input'),
    outputTokens: number('output'),
  };
}
