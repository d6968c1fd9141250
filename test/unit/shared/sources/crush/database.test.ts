import { describe, expect, it } from 'vitest';
import { readSessions } from '../../../../../shared/sources/crush/database.ts';
import type { DatabasePage } from '../../../../../shared/sources/streams.ts';
import { eventsOf, skipsOf } from '../../../../support/count-events.ts';
import { createMemoryDatabase } from '../../../../support/memory-database.ts';

const schema = `
  CREATE TABLE sessions (id TEXT, parent_session_id TEXT, cost REAL, updated_at INTEGER, created_at INTEGER);
  CREATE TABLE messages (session_id TEXT, role TEXT, model TEXT, provider TEXT);`;
const startS = Date.parse('2026-05-04T09:00:00Z') / 1_000;

const create = (text = schema) => createMemoryDatabase(text, readSessions);
const session = (row: number, cost: number | string, second = 0, rest: { id?: string; parent?: string } = {}) => `
  INSERT OR REPLACE INTO sessions (rowid, id, parent_session_id, cost, updated_at, created_at)
  VALUES (${row}, ${rest.id ?? `'s-${row}'`}, ${rest.parent ?? 'NULL'}, ${cost}, ${startS + second}, ${startS});`;
const costs = ({ records }: DatabasePage) => eventsOf(records).map(({ loggedCostMicroUsd }) => loggedCostMicroUsd);

describe('Crush sessions', () => {
  it('have their cost so far, their start time and the model that answered first', () => {
    const database = create();
    database.exec(`${session(1, 0.25)} INSERT INTO messages VALUES ('s-1', 'user', 'x', 'y'),
      ('s-1', 'assistant', 'gpt-5.2', 'OpenAI'), ('s-1', 'assistant', 'other', 'z')`);
    expect(eventsOf(database.read().records)).toMatchObject([
      {
        ...{ key: 'crush:s-1', atMs: startS * 1_000, loggedCostMicroUsd: 250_000 },
        profile: { sessionId: 's-1', isSum: true, model: 'gpt-5.2', provider: 'openai' },
      },
    ]);
  });

  it('have an unknown model and provider if the table does not store them', () => {
    const database = create(schema.replace(', model TEXT', ''));
    database.exec(session(1, 0.25));
    expect(eventsOf(database.read().records)[0]?.profile).toMatchObject({ model: 'unknown', provider: 'unknown' });
  });

  it('are read again when their cost grows, together with others of the same second', () => {
    const database = create();
    database.exec(session(1, 0.1) + session(2, 0.2, 1));
    const first = database.read();
    expect([costs(first), first.rows, first.isLast]).toEqual([[100_000, 200_000], 2, true]);
    database.exec(session(1, 0.5, 1));
    expect(costs(database.read(first.state))).toEqual([500_000, 200_000]);
    database.exec(session(3, 0.7, 5));
    expect(database.read(first.state)).toMatchObject({ rows: 1, isFirst: false });
  });

  it('are read two hundred at a time', () => {
    const database = create();
    database.exec(Array.from({ length: 201 }, (_, index) => session(index + 1, 1)).join(''));
    const first = database.read();
    expect([first.rows, first.isLast]).toEqual([200, false]);
    expect(database.read(first.state)).toMatchObject({ rows: 1, isLast: true });
  });

  it('are not counted if they are subagents or use a free model', () => {
    const database = create();
    database.exec(session(1, 1, 0, { parent: "'s-2'" }) + session(2, 0) + session(3, 0.000_000_4));
    expect(database.read().records).toEqual([]);
  });

  it('are counted as skipped if they are damaged', () => {
    const database = create();
    database.exec(session(1, -1) + session(2, 1_000_001) + session(3, "'x'") + session(4, 1_000_000));
    database.exec(session(5, 1, 0, { id: "''" }));
    database.exec("INSERT INTO sessions (rowid, id, cost, updated_at, created_at) VALUES (6, 's-6', 1, 0, 5)");
    const { records } = database.read();
    expect(skipsOf(records).toSorted()).toEqual(['bad-cost', 'bad-cost', 'bad-cost', 'no-id', 'no-timestamp']);
    expect(eventsOf(records).map(({ loggedCostMicroUsd }) => loggedCostMicroUsd)).toEqual([1e12]);
  });

  it('are not read from an unknown schema', () => {
    expect(create('CREATE TABLE sessions (id TEXT, cost REAL)').read()).toMatchObject({ records: [], state: null });
  });
});
