import { floorTo, minuteMs } from '../../../../shared/domain/instant.ts';
import type { LimitId } from '../../../../shared/domain/limit-id.ts';
import { limitOrigins, sameResetMs, type LimitReading } from '../../../../shared/domain/limit-window.ts';
import {
  compareByTime,
  compareLatest,
  compareReadings,
  groupBySlot,
  isNamedAhead,
  pickNewestReadings,
  readingSlotMs,
  thinReadings,
} from '../../../../shared/ledger/limit-history.ts';
import type { LimitQuery } from '../../../../shared/ports/limit-store.ts';
import { createReadingRows, readingColumns, selectedReading, type StoredReading } from './limit-rows.ts';
import type { SqliteDatabase, SqliteValue } from '../../sqlite/sqlite-driver.ts';
import type { TextTable } from './texts.ts';

/** The tables of limit windows and their readings. */
export interface LimitTable {
  /** Stores those of these readings that the history needs; returns how many are new. */
  add(readings: readonly LimitReading[]): number;
  latest(atMs: number): readonly LimitReading[];
  /** Readings in chronological order. */
  readings(query: LimitQuery): readonly LimitReading[];
  all(): readonly LimitReading[];
}

/** Builds the access to the tables `limits` and `limit_readings`. */
export function createLimitTable(database: SqliteDatabase, texts: TextTable): LimitTable {
  const rows = createReadingRows(texts);
  const select = `SELECT ${selectedReading}`;
  const findLimit = database.prepare(
    'SELECT id FROM limits WHERE provider = ? AND account IS ? AND name = ? AND scope = ?',
  );
  const addLimit = database.prepare('INSERT INTO limits (provider, account, name, scope) VALUES (?, ?, ?, ?)');
  const readSlot = database.prepare(`
    ${select} WHERE limit_readings.limit_id = ? AND observed_ms >= ? AND observed_ms < ? AND used_percent IS ?`);
  const readLatest = database.prepare(`
    ${select} WHERE observed_ms =
      (SELECT max(observed_ms) FROM limit_readings WHERE limit_id = limits.id AND observed_ms <= ?)`);
  const readSpan = database.prepare(`${select} WHERE observed_ms >= ? AND observed_ms < ?`);
  const readSpanOf = database.prepare(`
    ${select} WHERE limit_readings.limit_id = ? AND observed_ms >= ? AND observed_ms < ?`);
  const readSameReset = database.prepare(`
    ${select} WHERE limit_readings.limit_id = ? AND observed_ms >= ? AND observed_ms <= ? AND resets_ms BETWEEN ? AND ?
    ORDER BY observed_ms DESC`);
  const readObservation = database.prepare(`
    ${select} WHERE observed_ms = ? AND source = ? AND origin = ?
      AND limits.id IN (SELECT id FROM limits WHERE provider = ? AND account IS NULL)`);
  const readAll = database.prepare(select);
  const addReading = database.prepare(`
    INSERT INTO limit_readings (${readingColumns.join(', ')}) VALUES (${readingColumns.map(() => '?').join(', ')})`);
  const removeReading = database.prepare('DELETE FROM limit_readings WHERE id = ?');

  const toLimitValues = ({ provider, account, name, scope }: LimitId): readonly SqliteValue[] => [
    texts.idOf(provider),
    texts.idOfName(account),
    // Budgets are named after keys, teams and people.
    scope === 'spend' ? texts.idOfName(name) : texts.idOf(name),
    texts.idOf(scope),
  ];
  const limitOf = (id: LimitId): number => {
    const values = toLimitValues(id);
    let row = findLimit.get(...values);
    if (row === undefined) {
      addLimit.run(...values);
      row = findLimit.get(...values);
    }
    return Number(row?.['id']);
  };

  const addToSlot = (readings: readonly LimitReading[]): number => {
    const [sample] = readings;
    if (sample === undefined) return 0;
    const limit = limitOf(sample.id);
    const fromMs = floorTo(sample.observedAtMs, readingSlotMs);
    const stored = readSlot.all(limit, fromMs, fromMs + readingSlotMs, sample.usedPercent).map(rows.toReading);
    const kept = thinReadings<LimitReading | StoredReading>([...stored, ...readings]);
    const isIn = (list: readonly LimitReading[], reading: LimitReading): boolean =>
      list.some((other) => compareReadings(other, reading) === 0);
    const added = kept.filter((reading) => !isIn(stored, reading));
    for (const { rowId, ...reading } of stored) if (!isIn(kept, reading)) removeReading.run(rowId);
    for (const reading of added) addReading.run(...rows.toValues(limit, reading));
    return added.length;
  };
  /** Among readings without an account: the newest one with the same reset as a named one, and its whole report. */
  const readHidden = (named: LimitReading, atMs: number): readonly StoredReading[] => {
    const resetsAtMs = named.resetsAtMs!;
    const fromMs = resetsAtMs - sameResetMs - named.windowMinutes! * minuteMs;
    const limit = findLimit.get(...toLimitValues({ ...named.id, account: null }))?.['id'] ?? null;
    const same = readSameReset.all(limit, fromMs, atMs, resetsAtMs - sameResetMs, resetsAtMs + sameResetMs);
    const newestMs = same[0]?.['observed_ms'];
    const found = same
      .filter((row) => row['observed_ms'] === newestMs)
      .map(rows.toReading)
      .sort(compareReadings)
      .at(-1);
    if (found === undefined) return [];
    const { observedAtMs, source, origin } = found;
    return readObservation
      .all(observedAtMs, texts.idOf(source), limitOrigins.indexOf(origin), texts.idOf(named.id.provider))
      .map(rows.toReading);
  };
  const withoutRowId = ({ rowId: _rowId, ...reading }: StoredReading): LimitReading => reading;

  return {
    add(readings) {
      let added = 0;
      for (const slot of groupBySlot(readings)) added += addToSlot(slot);
      return added;
    },
    latest(atMs) {
      const newest = pickNewestReadings(readLatest.all(atMs).map(rows.toReading));
      const hidden = newest.filter((named) => isNamedAhead(named, atMs)).flatMap((named) => readHidden(named, atMs));
      const byRow = new Map([...newest, ...hidden].map((reading) => [reading.rowId, reading]));
      return [...byRow.values()].sort(compareLatest).map(withoutRowId);
    },
    readings({ fromMs, toMs, limit }) {
      const found =
        limit === undefined
          ? readSpan.all(fromMs, toMs)
          : readSpanOf.all(findLimit.get(...toLimitValues(limit))?.['id'] ?? null, fromMs, toMs);
      return found.map(rows.toReading).map(withoutRowId).sort(compareByTime);
    },
    all: () => readAll.all().map(rows.toReading).map(withoutRowId),
  };
}
