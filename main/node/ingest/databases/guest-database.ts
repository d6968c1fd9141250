import type { SqliteDatabase } from '../../sqlite-driver.ts';

/** Another program's database, open for reading. */
export interface GuestDatabase {
  readonly database: SqliteDatabase;
  /** Whether what was read is what the database holds. False when its owner wrote it meanwhile: then nothing of it counts. */
  isTrue(): Promise<boolean>;
  /** Never throws. */
  close(): Promise<void>;
}
