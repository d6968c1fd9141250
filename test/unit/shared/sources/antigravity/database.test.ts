import { describe, expect, it } from 'vitest';
import { readConversation } from '../../../../../shared/sources/antigravity/database.ts';
import type { DatabasePage } from '../../../../../shared/sources/streams.ts';
import { eventsOf, skipsOf } from '../../../../support/count-events.ts';
import { createMemoryDatabase } from '../../../../support/memory-database.ts';
import { toBlobLiteral, toMessage } from '../../../../support/protobuf.ts';

const schema = `
  CREATE TABLE trajectory_meta (trajectory_id text, cascade_id text);
  CREATE TABLE steps (idx integer PRIMARY KEY, status integer, metadata blob);
  CREATE TABLE gen_metadata (idx integer PRIMARY KEY, data blob);
  CREATE TABLE trajectory_metadata_blob (data blob);`;
const startS = Date.parse('2026-05-04T09:00:00Z') / 1_000;

const time = (index: number) => toMessage([1, startS + index], [2, 120_000_000]);
const usage = (output: number, id: string, model = 7) => toMessage([1, model], [2, 10], [3, output], [11, id]);
const generation = (index: number, output: number | null, id = `r-${index}`, name = 'Gemini 3.5 Flash (Medium)') => {
  const used = output === null ? [] : [[4, usage(output, id)] as const];
  const message = toMessage([1, toMessage(...used, [9, toMessage([4, time(index)])], [21, name])]);
  return `INSERT OR REPLACE INTO gen_metadata VALUES (${index}, ${toBlobLiteral(message)});`;
};
const step = (index: number, output: number | null, { id = `s-${index}`, status = 3, model = 7 } = {}) => {
  const used = output === null ? [] : [[9, usage(output, id, model)] as const];
  return `INSERT OR REPLACE INTO steps VALUES (${index}, ${status}, ${toBlobLiteral(toMessage([1, time(index)], ...used))});`;
};
const create = (text = schema) => createMemoryDatabase(text, readConversation);
const found = ({ records }: DatabasePage) =>
  eventsOf(records).map(({ usage: { outputTokens }, profile: { model } }) => [outputTokens, model]);
const flash = 'gemini-3.5-flash';

describe('an Antigravity conversation', () => {
  it('is read from where the last read stopped', () => {
    const database = create();
    database.exec(generation(0, 5) + step(0, 6));
    const first = database.read();
    expect([found(first), first.rows, first.isFirst, first.isLast]).toEqual([
      [
        [5, flash],
        [6, flash],
      ],
      2,
      true,
      true,
    ]);
    database.exec(generation(1, 50) + step(1, 60));
    const second = database.read(first.state);
    expect([found(second), second.rows, second.isFirst]).toEqual([
      [
        [50, flash],
        [60, flash],
      ],
      2,
      false,
    ]);
    expect(database.read(second.state)).toMatchObject({ records: [], rows: 0, isLast: true });
  });

  it('counts a call once it has usage, and reports empty usage once until then', () => {
    const database = create();
    database.exec(generation(0, null) + step(0, null, { status: 2 }));
    const first = database.read();
    expect([found(first), skipsOf(first.records)]).toEqual([[], ['empty-usage']]);
    const second = database.read(first.state);
    expect(second.records).toEqual([]);
    database.exec(generation(0, 5) + step(0, 6));
    expect(found(database.read(second.state))).toEqual([
      [5, flash],
      [6, flash],
    ]);
  });

  it('does not wait for a step that ended without a call', () => {
    const database = create();
    database.exec(step(0, null));
    const first = database.read();
    database.exec(step(0, 6));
    expect(found(database.read(first.state))).toEqual([]);
  });

  it('names the model of a step as soon as the name is known', () => {
    const database = create();
    database.exec(step(0, 6) + step(1, 7, { model: 8 }));
    const first = database.read();
    expect(found(first)).toEqual([
      [6, 'model-7'],
      [7, 'model-8'],
    ]);
    expect(eventsOf(first.records).map(({ profile }) => profile.isCopy)).toEqual([true, true]);
    database.exec(generation(0, 5));
    const second = database.read(first.state);
    expect(found(second)).toEqual([
      [5, flash],
      [6, flash],
      [7, 'model-8'],
    ]);
    expect(found(database.read(second.state))).toEqual([]);
  });

  it('keeps the first name of a model', () => {
    const database = create();
    database.exec(generation(0, 5));
    const first = database.read();
    database.exec(generation(1, 6, 'r-1', 'Renamed') + step(0, 7));
    expect(found(database.read(first.state))).toEqual([
      [6, 'renamed'],
      [7, flash],
    ]);
  });

  it('is read from the start again after its latest rows are replaced or deleted', () => {
    const database = create();
    database.exec(generation(0, 5) + generation(1, 6));
    const first = database.read();
    database.exec(generation(1, 60, 'another'));
    const second = database.read(first.state);
    expect([found(second), second.isFirst]).toEqual([
      [
        [5, flash],
        [60, flash],
      ],
      true,
    ]);
    database.exec('DELETE FROM gen_metadata WHERE idx = 1');
    expect(database.read(second.state)).toMatchObject({ isFirst: true, rows: 1 });
  });

  it('is read two hundred rows at a time, all generations before the steps', () => {
    const database = create();
    database.exec(Array.from({ length: 201 }, (_, index) => generation(index, 1)).join('') + step(0, 6));
    const first = database.read();
    expect([first.rows, first.isLast, first.isFirst]).toEqual([200, false, true]);
    const second = database.read(first.state);
    expect([second.rows, second.isLast, second.isFirst]).toEqual([2, true, false]);
  });

  it('is read in pages of up to four megabytes, or one larger row', () => {
    const database = create();
    const large = (index: number, bytes: number) => `INSERT INTO gen_metadata VALUES (${index}, zeroblob(${bytes}));`;
    const half = 2 * 1024 * 1024;
    database.exec(large(0, half) + large(1, half) + large(2, 1) + large(3, 3 * half) + large(4, 1));
    const sizes: number[] = [];
    let page = database.read();
    for (sizes.push(page.rows); !page.isLast; sizes.push(page.rows)) page = database.read(page.state);
    expect(sizes).toEqual([2, 1, 1, 1]);
  });

  it('takes its session id from its metadata and its project from its workspace', () => {
    const profileIn = (meta: string, address?: string) => {
      const database = create();
      const blob = toMessage([1, toMessage([1, address ?? ''])]);
      database.exec(`${meta} ${generation(0, 5)}
        ${address === undefined ? '' : `INSERT INTO trajectory_metadata_blob VALUES (${toBlobLiteral(blob)})`}`);
      const [event] = eventsOf(database.read().records);
      return [event?.profile.sessionId, event?.profile.project];
    };
    const insert = 'INSERT INTO trajectory_meta VALUES';
    expect(profileIn(`${insert} ('t', 'c');`, 'file:///home/ada/loom')).toEqual(['c', '/home/ada/loom']);
    expect(profileIn(`${insert} ('t', NULL);`)).toEqual(['t', null]);
    expect(profileIn('')).toEqual(['unknown', null]);
  });

  it('yields nothing without the required columns, and only generations without a steps table', () => {
    expect(create('CREATE TABLE gen_metadata (idx integer)').read()).toEqual({
      ...{ records: [], state: null, rows: 0, isFirst: true, isLast: true },
    });
    const old = create('CREATE TABLE gen_metadata (idx integer PRIMARY KEY, data blob)');
    old.exec(generation(0, 5));
    expect(found(old.read())).toEqual([[5, flash]]);
  });
});
