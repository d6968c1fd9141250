import { floorTo } from '../../../shared/domain/instant.ts';
import type { LimitReading } from '../../../shared/domain/limit-window.ts';
import {
  compareReadings,
  groupBySlot,
  pickNewestReadings,
  slotMs,
  thinReadings,
} from '../../../shared/ledger/limit-history.ts';
import type { SqliteDatabase, SqliteRow, SqliteValue } from './sqlite-driver.ts';
import type { TextTable } from './texts.ts';

/** The tables of limit windows and their readings. */
export interface LimitTable {
  /** Keeps what the history needs of these readings; returns how many of them are new in it. */
  add(readings: readonly LimitReading[]): number;
  latest(atMs: number): readonly LimitReading[];
  all(): readonly LimitReading[];
}

const columns = `
  windows.source AS source, windows.limit_id AS limit_id, windows.window_minutes AS window_minutes,
  readings.used_percent AS used_percent, readings.resets_ms AS resets_ms, readings.observed_ms AS observed_ms,
  readings.plan AS plan, readings.limit_name AS limit_name`;
const joined = 'limit_readings AS readings JOIN limit_windows AS windows ON windows.id = readings.limit_window';

/** Builds the access to the tables `limit_windows` and `limit_readings`. */
export function createLimitTable(database: SqliteDatabase, texts: TextTable): LimitTable {
  const findWindow = database.prepare(
    'SELECT id FROM limit_windows WHERE source = ? AND limit_id = ? AND window_minutes = ?',
  );
  const addWindow = database.prepare('INSERT INTO limit_windows (source, limit_id, window_minutes) VALUES (?, ?, ?)');
  const readSlot = database.prepare(`
    SELECT ${columns} FROM ${joined}
    WHERE limit_window = ? AND observed_ms >= ? AND observed_ms < ? AND used_percent = ?`);
  const readLatest = database.prepare(`
    SELECT ${columns} FROM ${joined}
    WHERE observed_ms = (SELECT max(observed_ms) FROM limit_readings WHERE limit_window = windows.id AND observed_ms <= ?)`);
  const readAll = database.prepare(`SELECT ${columns} FROM ${joined}`);
  const addReading = database.prepare(`
    INSERT INTO limit_readings (limit_window, observed_ms, used_percent, resets_ms, plan, limit_name)
    VALUES (?, ?, ?, ?, ?, ?)`);
  const removeReading = database.prepare(`
    DELETE FROM limit_readings WHERE limit_window = ? AND observed_ms = ? AND used_percent = ? AND resets_ms = ?
      AND plan = ? AND limit_name = ?`);

  const windowOf = ({ source, limitId, windowMinutes }: LimitReading): number => {
    const values = [texts.idOf(source), texts.idOf(limitId), windowMinutes];
    let row = findWindow.get(...values);
    if (row === undefined) {
      addWindow.run(...values);
      row = findWindow.get(...values);
    }
    return Number(row?.['id']);
  };
  const toText = (id: SqliteValue | undefined): string | null => (id === 0 ? null : texts.textOf(Number(id)));
  const toReading = (row: SqliteRow): LimitReading => ({
    source: texts.textOf(Number(row['source'])),
    limitId: texts.textOf(Number(row['limit_id'])),
    limitName: toText(row['limit_name']),
    windowMinutes: Number(row['window_minutes']),
    usedPercent: Number(row['used_percent']),
    resetsAtMs: row['resets_ms'] === 0 ? null : Number(row['resets_ms']),
    planType: toText(row['plan']),
    observedAtMs: Number(row['observed_ms']),
  });
  const toValues = (window: number, reading: LimitReading): readonly SqliteValue[] => [
    window,
    reading.observedAtMs,
    reading.usedPercent,
    reading.resetsAtMs ?? 0,
    texts.idOrNull(reading.planType) ?? 0,
    texts.idOrNull(reading.limitName) ?? 0,
  ];

  const addToSlot = (readings: readonly LimitReading[]): number => {
    const [sample] = readings;
    if (sample === undefined) return 0;
    const window = windowOf(sample);
    const fromMs = floorTo(sample.observedAtMs, slotMs);
    const stored = readSlot.all(window, fromMs, fromMs + slotMs, sample.usedPercent).map(toReading);
    const kept = thinReadings([...stored, ...readings]);
    const isIn = (list: readonly LimitReading[], reading: LimitReading): boolean =>
      list.some((other) => compareReadings(other, reading) === 0);
    const added = kept.filter((reading) => !isIn(stored, reading));
    for (const reading of stored) if (!isIn(kept, reading)) removeReading.run(...toValues(window, reading));
    for (const reading of added) addReading.run(...toValues(window, reading));
    return added.length;
  };

  return {
    add(readings) {
      let added = 0;
      for (const slot of groupBySlot(readings)) added += addToSlot(slot);
      return added;
    },
    latest: (atMs) => pickNewestReadings(readLatest.all(atMs).map(toReading)),
    all: () => readAll.all().map(toReading),
  };
}
