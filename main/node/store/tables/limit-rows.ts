import type { LimitAmount, LimitReading, LimitUnit } from '../../../../shared/domain/limit-window.ts';
import { limitOrigins } from '../../../../shared/domain/limit-window.ts';
import type { SqliteRow, SqliteValue } from '../../sqlite/sqlite-driver.ts';
import { InconsistentLedgerError } from '../store-errors.ts';
import type { TextTable } from './texts.ts';

/** The columns of a reading, in the order of `toValues`. `origin` is an index into `limitOrigins`. */
export const readingColumns = [
  'limit_id',
  'observed_ms',
  'source',
  'origin',
  'window_minutes',
  'used_percent',
  'unit',
  'amount_used',
  'amount_limit',
  'amount_remaining',
  'resets_ms',
  'plan',
  'label',
] as const;

/** The columns that `toReading` needs, and the tables that they come from. */
export const selectedReading = `
  limit_readings.id AS row_id, limits.provider AS provider, limits.account AS account, limits.name AS name,
  limits.scope AS scope, ${readingColumns.slice(1).join(', ')}
  FROM limit_readings JOIN limits ON limits.id = limit_readings.limit_id`;

/** A reading, and its row. */
export interface StoredReading extends LimitReading {
  readonly rowId: number;
}

/** Converts readings to rows and back. */
export interface ReadingRows {
  toValues(limit: number, reading: LimitReading): readonly SqliteValue[];
  toReading(row: SqliteRow): StoredReading;
}

/** Builds the conversion. Adds new texts. */
export function createReadingRows(texts: TextTable): ReadingRows {
  const toText = (value: SqliteValue | undefined): string => texts.textOf(Number(value));
  const toTextOrNull = (value: SqliteValue | undefined): string | null => (value == null ? null : toText(value));

  const toAmount = (row: SqliteRow): LimitAmount | null => {
    const unit = toTextOrNull(row['unit']);
    if (unit === null) return null;
    return {
      // Only valid units are ever written.
      unit: unit as LimitUnit,
      used: toNumberOrNull(row['amount_used']),
      limit: toNumberOrNull(row['amount_limit']),
      remaining: toNumberOrNull(row['amount_remaining']),
    };
  };

  return {
    toValues: (limit, { amount, ...reading }) => [
      limit,
      reading.observedAtMs,
      texts.idOf(reading.source),
      limitOrigins.indexOf(reading.origin),
      reading.windowMinutes,
      reading.usedPercent,
      texts.idOrNull(amount?.unit ?? null),
      amount?.used ?? null,
      amount?.limit ?? null,
      amount?.remaining ?? null,
      reading.resetsAtMs,
      texts.idOrNull(reading.planType),
      texts.idOfName(reading.label),
    ],
    toReading(row) {
      const origin = limitOrigins[Number(row['origin'])];
      if (origin === undefined) throw new InconsistentLedgerError('the ledger holds a reading of unknown origin');
      return {
        rowId: Number(row['row_id']),
        id: {
          provider: toText(row['provider']),
          account: toTextOrNull(row['account']),
          name: toText(row['name']),
          scope: toText(row['scope']),
        },
        source: toText(row['source']),
        origin,
        label: toTextOrNull(row['label']),
        windowMinutes: toNumberOrNull(row['window_minutes']),
        usedPercent: toNumberOrNull(row['used_percent']),
        amount: toAmount(row),
        resetsAtMs: toNumberOrNull(row['resets_ms']),
        planType: toTextOrNull(row['plan']),
        observedAtMs: Number(row['observed_ms']),
      };
    },
  };
}

function toNumberOrNull(value: SqliteValue | undefined): number | null {
  return value == null ? null : Number(value);
}
