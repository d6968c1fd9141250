import { describe, expect, it } from 'vitest';
import type { ReaderState } from '../../../../../../shared/ports/cursor-store.ts';
import { createAnswerReader } from '../../../../../../shared/sources/lib/answers/database.ts';
import { eventsOf } from '../../../../../support/count-events.ts';
import { createMemoryDatabase } from '../../../../../support/memory-database.ts';
import { endAnswer, insertAnswer, openCodeSchema, toMessageId } from '../../../../../support/opencode-database.ts';
import type { DatabasePage } from '../../../../../../shared/sources/streams.ts';

const create = (schema = openCodeSchema) => createMemoryDatabase(schema, createAnswerReader('opencode'));
const outputs = ({ records }: DatabasePage): readonly number[] =>
  eventsOf(records).map(({ usage }) => usage.outputTokens);
const insert = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => insertAnswer(from + index, from + index + 1)).join('');

describe('a database of answers', () => {
  it('is read from where the last read stopped', () => {
    const database = create();
    database.exec(insert(0, 2));
    const first = database.read();
    expect(outputs(first)).toEqual([1, 2]);
    expect(first).toMatchObject({ rows: 2, isFirst: true, isLast: true });
    const again = database.read(first.state);
    expect(again).toEqual({ records: [], state: first.state, rows: 0, isFirst: false, isLast: true });
    database.exec(insert(2, 3));
    expect(outputs(database.read(again.state))).toEqual([3]);
  });

  it('is read five hundred messages at a time', () => {
    const database = create();
    database.exec(insert(0, 501));
    const first = database.read();
    expect([first.rows, first.isLast]).toEqual([500, false]);
    const second = database.read(first.state);
    expect([second.rows, second.isLast, second.isFirst, outputs(second)]).toEqual([1, true, false, [501]]);
  });

  it('may hold more after a full page', () => {
    const database = create();
    database.exec(insert(0, 500));
    const first = database.read();
    expect(first.isLast).toBe(false);
    expect(database.read(first.state)).toMatchObject({ rows: 0, isLast: true, state: first.state });
  });

  it('counts an answer only once it is complete', () => {
    const database = create();
    database.exec(insertAnswer(0, 5, false) + insertAnswer(1, 6, false) + insert(2, 3));
    const first = database.read();
    expect([outputs(first), first.rows]).toEqual([[3], 3]);
    database.exec(endAnswer(1, 60));
    const second = database.read(first.state);
    expect([outputs(second), second.rows]).toEqual([[60], 0]);
    database.exec(endAnswer(0, 50));
    const third = database.read(second.state);
    expect(outputs(third)).toEqual([50]);
    expect(outputs(database.read(third.state))).toEqual([]);
  });

  it('does not forget an incomplete answer after a full page', () => {
    const database = create();
    database.exec(insertAnswer(0, 5, false) + insert(1, 700));
    const first = database.read();
    database.exec(endAnswer(0, 50));
    const second = database.read(first.state);
    expect([first.isLast, second.isLast, outputs(second).includes(50)]).toEqual([false, true, true]);
  });

  it('waits for the latest two hundred incomplete answers', () => {
    const database = create();
    database.exec(Array.from({ length: 201 }, (_, index) => insertAnswer(index, 1, false)).join(''));
    const first = database.read();
    database.exec(endAnswer(0, 10) + endAnswer(1, 11) + endAnswer(200, 12));
    expect(outputs(database.read(first.state))).toEqual([11, 12]);
  });

  it('is read from the start again after its rows are renumbered', () => {
    const database = create();
    database.exec(insert(0, 3));
    const first = database.read();
    database.exec(`DELETE FROM message WHERE id = '${toMessageId(0)}'; UPDATE message SET rowid = rowid - 1;`);
    expect(database.read(first.state)).toMatchObject({ rows: 2, isFirst: true });
  });

  it('is read from the start if its state is damaged', () => {
    const database = create();
    database.exec(insert(0, 1));
    const damaged: readonly ReaderState[] = [7, { row: 1 }, { row: '1', id: toMessageId(0) }, { row: 1, id: 7 }];
    for (const state of damaged) {
      expect(database.read(state)).toMatchObject({ rows: 1, isFirst: true });
    }
    const odd = database.read({ row: 1, id: toMessageId(0), open: ['x'] });
    expect(odd).toMatchObject({ rows: 0, isFirst: false });
  });

  it('yields nothing without the required columns', () => {
    const page = { records: [], state: null, rows: 0, isFirst: true, isLast: true };
    expect(create('CREATE TABLE other (id TEXT)').read()).toEqual(page);
    expect(create('CREATE TABLE message (id TEXT, session_id TEXT)').read()).toEqual(page);
  });

  it('uses the session that the user sees, and names a subagent by its own session', () => {
    const database = create();
    database.exec(`
      INSERT INTO session VALUES ('ses_2', 'ses_1', '/home/ada/loom', '1.18.33'), ('ses_3', 'ses_2', '/x', '1.18.34');
      ${insertAnswer(0, 1)} ${insertAnswer(1, 2).replace('ses_1', 'ses_2')} ${insertAnswer(2, 3).replace('ses_1', 'ses_3')}`);
    const profiles = eventsOf(database.read().records).map(({ profile }) => profile);
    expect(profiles.map(({ sessionId, isSidechain, subagent }) => [sessionId, isSidechain, subagent])).toEqual([
      ['ses_1', false, null],
      ['ses_1', true, 'ses_2'],
      ['ses_1', true, 'ses_3'],
    ]);
    expect(profiles[2]).toMatchObject({ project: '/x', agentVersion: '1.18.34' });
  });

  it('skips a message that is not JSON', () => {
    const database = create();
    database.exec(`INSERT INTO message VALUES ('a', 'ses_1', 0, 0, 'no'), ('b', 'ses_1', 0, 0, x'00')`);
    expect(database.read().records).toEqual([
      { kind: 'skip', reason: 'not-json' },
      { kind: 'skip', reason: 'not-json' },
    ]);
  });
});
