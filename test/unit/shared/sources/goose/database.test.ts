import { describe, expect, it } from 'vitest';
import { readUsage } from '../../../../../shared/sources/goose/database.ts';
import type { DatabasePage } from '../../../../../shared/sources/streams.ts';
import { eventsOf } from '../../../../support/count-events.ts';
import { createMemoryDatabase } from '../../../../support/memory-database.ts';

const sessions = `
  CREATE TABLE sessions (id TEXT PRIMARY KEY, session_type TEXT, working_dir TEXT, created_at TIMESTAMP,
    updated_at TIMESTAMP, accumulated_input_tokens INTEGER, accumulated_output_tokens INTEGER);`;
const ledger = `
  CREATE TABLE usage_ledger (id INTEGER PRIMARY KEY, session_id TEXT, created_timestamp INTEGER, model TEXT,
    input_tokens INTEGER, output_tokens INTEGER, cache_read_tokens INTEGER, cache_write_tokens INTEGER, cost REAL);`;
const startS = Date.parse('2026-05-04T09:00:00Z') / 1_000;

const session = (id: string, output: number, minute = 0, created = '2026-05-04 08:00:00') => `
  INSERT OR REPLACE INTO sessions (rowid, id, session_type, working_dir, created_at, updated_at,
    accumulated_input_tokens, accumulated_output_tokens)
  VALUES (${Number(id)}, '${id}', 'user', '/a', '${created}', '2026-05-04 09:${String(minute).padStart(2, '0')}:00', 1, ${output});`;
const request = (id: number, output: number, of = '1') =>
  `INSERT INTO usage_ledger VALUES (${id}, '${of}', ${startS + id}, 'gpt-5.2', 10, ${output}, 4, 3, 0.5);`;
const create = (schema: string) => createMemoryDatabase(schema, readUsage);
const outputs = ({ records }: DatabasePage): readonly number[] =>
  eventsOf(records).map(({ usage }) => usage.outputTokens);

describe('Goose requests', () => {
  it('are read from where the last read stopped', () => {
    const database = create(sessions + ledger);
    database.exec(request(1, 5) + request(2, 6));
    const first = database.read();
    expect([outputs(first), first.rows, first.isFirst, first.isLast]).toEqual([[5, 6], 2, true, true]);
    database.exec(request(3, 7));
    const second = database.read(first.state);
    expect([outputs(second), second.rows]).toEqual([[7], 1]);
    expect(database.read(second.state)).toMatchObject({ records: [], rows: 0, state: second.state });
  });

  it('have disjoint token classes, a cost and the model that answered', () => {
    const database = create(sessions + ledger);
    database.exec(request(1, 5));
    expect(eventsOf(database.read().records)).toMatchObject([
      {
        key: `goose:1:1:${startS + 1}`,
        usage: { inputTokens: 3, cacheReadTokens: 4, cacheCreation5mTokens: 3, outputTokens: 5 },
        loggedCostMicroUsd: 500_000,
        profile: { model: 'gpt-5.2', isSum: false },
      },
    ]);
  });

  it('are read five hundred at a time', () => {
    const database = create(sessions + ledger);
    database.exec(Array.from({ length: 501 }, (_, index) => request(index + 1, 1)).join(''));
    const first = database.read();
    expect([first.rows, first.isLast]).toEqual([500, false]);
    expect(database.read(first.state)).toMatchObject({ rows: 1, isLast: true, isFirst: false });
  });
});

describe('Goose sessions', () => {
  it('are sums if there is no ledger, and are read again when they grow', () => {
    const database = create(sessions);
    database.exec(session('1', 5) + session('2', 6, 1));
    const first = database.read();
    expect([outputs(first), first.rows, first.isFirst]).toEqual([[5, 6], 2, true]);
    database.exec(session('1', 50, 2));
    const second = database.read(first.state);
    // Sessions that changed in the same second as the last one are read once more.
    expect([outputs(second), second.rows, second.isFirst]).toEqual([[6, 50], 0, false]);
  });

  it('are sums only if they began before the ledger and have no requests in it', () => {
    const database = create(sessions + ledger);
    database.exec(session('1', 5) + session('2', 6) + session('3', 7, 0, '2026-05-04 09:30:00') + request(1, 50));
    expect(outputs(database.read())).toEqual([6, 50]);
  });

  it('are not read from an unknown schema', () => {
    expect(create('CREATE TABLE sessions (id TEXT)').read()).toEqual({
      ...{ records: [], rows: 0, isFirst: true, isLast: true },
      state: { sessions: null, request: 0 },
    });
  });
});
