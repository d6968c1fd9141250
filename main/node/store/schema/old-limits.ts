import { toLengthScope } from '../../../../shared/domain/limit-id.ts';
import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import type { SqliteDatabase, SqliteValue } from '../../sqlite/sqlite-driver.ts';
import type { TextTable } from '../tables/texts.ts';

// Up to schema 4, a limit window was identified by source, limit and length, and a reading was its own primary key,
// with 0 for anything the provider did not report.

/** The provider whose limits a source showed at that time; any other source counts as its own provider. */
const providers: Readonly<Record<string, string>> = { codex: 'openai', 'claude-code': 'anthropic' };

const providerSql = `CASE sources.text ${Object.entries(providers)
  .map(([source, provider]) => `WHEN '${source}' THEN '${provider}'`)
  .join(' ')} ELSE sources.text END`;

/** Same as `toLengthScope`. */
const scopeSql = `CASE WHEN window_minutes % 1440 = 0 THEN (window_minutes / 1440) || 'd'
  WHEN window_minutes % 60 = 0 THEN (window_minutes / 60) || 'h' ELSE window_minutes || 'm' END`;

const windowsSql = 'limit_windows AS windows JOIN texts AS sources ON sources.id = windows.source';

/**
 * The migration from schema 4 to schema 5: every limit gets its own identity, and values that were not reported may be
 * missing from readings.
 */
export const limitMigration = `
  -- One window of a limit. scope: its length, or what it covers. account is null where it is unknown.
  CREATE TABLE limits (
    id INTEGER PRIMARY KEY,
    provider INTEGER NOT NULL REFERENCES texts,
    account INTEGER REFERENCES texts,
    name INTEGER NOT NULL REFERENCES texts,
    scope INTEGER NOT NULL REFERENCES texts
  ) STRICT;
  CREATE INDEX limits_by_id ON limits (provider, name, scope, account);

  ALTER TABLE limit_readings RENAME TO old_readings;
  -- origin: an index into limitOrigins. unit and amounts: see LimitAmount
  CREATE TABLE limit_readings (
    id INTEGER PRIMARY KEY,
    limit_id INTEGER NOT NULL REFERENCES limits,
    observed_ms INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES texts,
    origin INTEGER NOT NULL,
    window_minutes INTEGER,
    used_percent REAL,
    unit INTEGER REFERENCES texts,
    amount_used REAL,
    amount_limit REAL,
    amount_remaining REAL,
    resets_ms INTEGER,
    plan INTEGER REFERENCES texts,
    label INTEGER REFERENCES texts
  ) STRICT;

  INSERT OR IGNORE INTO texts (text) SELECT ${providerSql} FROM ${windowsSql};
  INSERT OR IGNORE INTO texts (text) SELECT ${scopeSql} FROM limit_windows;
  CREATE TEMP TABLE new_ids AS
    SELECT windows.id AS old, providers.id AS provider, windows.limit_id AS name, scopes.id AS scope FROM ${windowsSql}
    JOIN texts AS providers ON providers.text = ${providerSql} JOIN texts AS scopes ON scopes.text = ${scopeSql};
  INSERT INTO limits (provider, name, scope) SELECT DISTINCT provider, name, scope FROM new_ids;
  INSERT INTO limit_readings (limit_id, observed_ms, source, origin, window_minutes, used_percent, resets_ms, plan, label)
    SELECT limits.id, observed_ms, windows.source, 0, windows.window_minutes, used_percent, nullif(resets_ms, 0),
      nullif(plan, 0), nullif(limit_name, 0)
    FROM old_readings JOIN limit_windows AS windows ON windows.id = old_readings.limit_window
    JOIN new_ids ON new_ids.old = windows.id
    JOIN limits ON limits.provider = new_ids.provider AND limits.name = new_ids.name AND limits.scope = new_ids.scope;
  CREATE INDEX limit_readings_by_time ON limit_readings (limit_id, observed_ms);
  DROP TABLE new_ids;
  DROP TABLE old_readings;
  DROP TABLE limit_windows;
`;

/** The readings of a ledger of schema 4 or older that is being salvaged. Throws what SQLite throws. */
export function readOldReadings(database: SqliteDatabase, texts: TextTable): readonly LimitReading[] {
  const toText = (id: SqliteValue | undefined): string => texts.textOf(Number(id));
  const toTextOrNull = (id: SqliteValue | undefined): string | null => (id === 0 ? null : toText(id));
  return database
    .prepare('SELECT * FROM limit_readings JOIN limit_windows ON limit_windows.id = limit_readings.limit_window')
    .all()
    .map((row) => {
      const source = toText(row['source']);
      const windowMinutes = Number(row['window_minutes']);
      return {
        id: {
          provider: providers[source] ?? source,
          account: null,
          name: toText(row['limit_id']),
          scope: toLengthScope(windowMinutes),
        },
        source,
        origin: 'log',
        label: toTextOrNull(row['limit_name']),
        windowMinutes,
        usedPercent: Number(row['used_percent']),
        amount: null,
        // 0 stands for none, as it does wherever readings are added.
        resetsAtMs: Number(row['resets_ms']),
        planType: toTextOrNull(row['plan']),
        observedAtMs: Number(row['observed_ms']),
      };
    });
}
