import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readThreads } from '../../../../../shared/sources/zed/database.ts';
import { eventsOf, skipsOf } from '../../../../support/count-events.ts';
import { createMemoryDatabase } from '../../../../support/memory-database.ts';
import { toBlobLiteral } from '../../../../support/protobuf.ts';

const schema = `CREATE TABLE threads (id TEXT PRIMARY KEY, updated_at TEXT, data_type TEXT, data BLOB, parent_id TEXT,
  folder_paths TEXT, created_at TEXT);`;
const toText = (output: number): string =>
  JSON.stringify({
    model: { provider: 'zed.dev', model: 'claude-opus-5' },
    cumulative_token_usage: { input_tokens: 1, output_tokens: output },
  });
const thread = (row: number, output: number, { data = `'${toText(output)}'`, type = 'json', second = 0 } = {}) => `
  INSERT OR REPLACE INTO threads (rowid, id, updated_at, data_type, data, created_at)
  VALUES (${row}, 't-${row}', '2026-05-04T09:00:0${second}Z', '${type}', ${data}, '2026-05-04T08:00:00Z');`;
const create = (text = schema) => createMemoryDatabase(text, readThreads);

describe('Zed threads', () => {
  it('are read whether or not they are compressed', () => {
    const database = create();
    const data = toBlobLiteral(zstdCompressSync(Buffer.from(toText(7))));
    database.exec(thread(1, 5) + thread(2, 0, { data, type: 'zstd' }));
    expect(eventsOf(database.read().records).map(({ usage }) => usage.outputTokens)).toEqual([5, 7]);
  });

  it('are read four at a time, and again when they grow', () => {
    const database = create();
    database.exec([1, 2, 3, 4, 5].map((row) => thread(row, row, { second: row })).join(''));
    const first = database.read();
    expect([first.rows, first.isLast]).toEqual([4, false]);
    const second = database.read(first.state);
    expect([second.rows, second.isLast]).toEqual([1, true]);
    database.exec(thread(2, 20, { second: 6 }));
    const third = database.read(second.state);
    // Threads that changed in the same second as the last one are read once more.
    expect(eventsOf(third.records).map(({ usage }) => usage.outputTokens)).toEqual([5, 20]);
    expect(third.rows).toBe(0);
  });

  it('are counted as skipped if they cannot be read', () => {
    const database = create();
    database.exec(
      thread(1, 0, { data: "x'00'", type: 'zstd' }) + thread(2, 0, { data: "'[1]'" }) + thread(3, 0, { data: 'NULL' }),
    );
    expect(skipsOf(database.read().records)).toEqual(['not-json', 'not-a-record', 'not-json']);
  });

  it('are also read from older versions, whose table has fewer columns', () => {
    const database = create('CREATE TABLE threads (id TEXT, updated_at TEXT, data_type TEXT, data BLOB)');
    database.exec(`INSERT INTO threads VALUES ('t', '2026-05-04T09:00:00Z', 'json', '${toText(3)}')`);
    expect(eventsOf(database.read().records)).toMatchObject([
      { atMs: Date.parse('2026-05-04T09:00:00Z'), profile: { sessionId: 't', isSidechain: false, project: null } },
    ]);
    expect(create('CREATE TABLE threads (id TEXT)').read()).toMatchObject({ records: [], state: null });
  });
});
