import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const here = import.meta.dirname;

/** Where the made-up source stands, its golden logs, and what generates others. */
export const loomPlaces = {
  source: join(here, 'source'),
  logs: join(here, 'logs'),
  generator: join(here, 'generator.ts'),
} as const;

/** What the logs of `makeLoomHome` hold: three turns in text files, and one that only the database has. */
export const loomTotals = { events: 4, inputTokens: 1000, outputTokens: 100 } as const;

/** Writes a home in which the made-up agent has left logs of every kind. */
export function makeLoomHome(home: string): void {
  mkdirSync(home, { recursive: true });
  cpSync(join(loomPlaces.logs, 'turns/input'), home, { recursive: true });
  const database = new DatabaseSync(join(home, '.loom/loom.db'));
  database.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE turn (id TEXT PRIMARY KEY, at TEXT, model TEXT, session TEXT, tokens_in INTEGER, tokens_out INTEGER);
    INSERT INTO turn VALUES ('t3', '2026-05-04T09:02:00Z', 'warp-1', 's2', 300, 30);
    INSERT INTO turn VALUES ('t4', '2026-05-04T09:03:00Z', 'warp-1', 's2', 400, 40);`);
  database.close();
}
