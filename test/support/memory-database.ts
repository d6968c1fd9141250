import { toLogDatabase } from '../../main/node/ingest/databases/log-database.ts';
import { loadSqlite } from '../../main/node/sqlite/sqlite-driver.ts';
import type { ReaderState } from '../../shared/ports/cursor-store.ts';
import type { DatabasePage, DatabaseStream } from '../../shared/sources/streams.ts';

/** An agent's database that only the test knows, between two readings of which it may change. */
interface MemoryDatabase {
  exec(sql: string): void;
  /** One step of reading. The state is stored and restored in between, as ingest does. */
  read(state?: ReaderState): DatabasePage;
}

/** Creates it, with a schema; `read` is that of the agent's stream. */
export function createMemoryDatabase(schema: string, read: DatabaseStream['read']): MemoryDatabase {
  const driver = loadSqlite();
  if (!driver.ok) throw new Error(driver.error);
  const database = driver.value.open(':memory:');
  database.exec(schema);
  return {
    exec: (sql) => database.exec(`PRAGMA query_only = OFF; ${sql}`),
    read: (state = null) => read(toLogDatabase(database), JSON.parse(JSON.stringify(state)) as ReaderState),
  };
}
