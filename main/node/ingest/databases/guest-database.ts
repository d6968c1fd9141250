import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';

/** Another program's database, open for reading. */
export interface GuestDatabase {
  readonly database: SqliteDatabase;
  /** Whether the data read matches the database. False when its owner wrote to it meanwhile: then none of it counts. */
  isTrue(): Promise<boolean>;
  /** Never throws. */
  close(): Promise<void>;
}
