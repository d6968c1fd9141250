import { toLogDatabase } from '../../main/node/ingest/databases/log-database.ts';
import { loadSqlite } from '../../main/node/sqlite/sqlite-driver.ts';
import type { ReaderState } from '../../shared/ports/cursor-store.ts';
import type { DatabasePage, DatabaseStream } from '../../shared/sources/streams.ts';

/** An agent's database in memory, which a test can change between two readings. */
interface MemoryDatabase {
  exec(sql: string): void;
  /** Reads one page. The state is stored and restored between pages, as in ingest. */
  read(state?: ReaderState): DatabasePage;
}

/** Creates a database with a schema. `read` is the function of the agent's stream. */
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
