import type { LogRecord } from '../../domain/log-record.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import { toName } from '../lib/names.ts';
import { parseHex } from '../lib/protobuf.ts';
import type { DatabasePage, DatabaseRow, LogDatabase } from '../streams.ts';
import { beginning, parseBookmark, type Bookmark } from './bookmark.ts';
import { toRecords, type Conversation } from './call.ts';
import { findNextPage, hasTable, selectConversation, selectRange, selectRows, type UsageTable } from './query.ts';
import { parseGeneration, parseStep, type Call } from './usage.ts';
import { parseWorkspace } from './workspace.ts';

/** The number of rows that may be written at the same time, with room for those that never ended. */
const maxOpen = 200;
/** A step of this status has ended. */
const doneStatus = 3;

/**
 * Reads a conversation's next calls: first all of `gen_metadata`, which names the models, then the steps, and again the
 * rows that had not ended.
 */
export function readConversation(database: LogDatabase, state: ReaderState): DatabasePage {
  if (!hasTable(database, 'gen_metadata')) return { records: [], state: null, rows: 0, isFirst: true, isLast: true };
  const conversation = toConversation(database);
  const bookmark = checkBookmark(database, parseBookmark(state));
  const isFirst = bookmark.generations === -1 && bookmark.steps === -1;
  const generations = readGenerations(database, bookmark, conversation);
  if (!generations.isLast || !hasTable(database, 'steps')) return toPage(generations, isFirst);
  const hasNewNames = generations.bookmark.names.length > bookmark.names.length;
  const steps = readSteps(database, generations.bookmark, conversation, hasNewNames);
  return toPage(
    { ...steps, records: [...generations.records, ...steps.records], rows: generations.rows + steps.rows },
    isFirst,
  );
}

/** What a table yields from a bookmark on. */
interface Progress {
  readonly records: readonly LogRecord[];
  readonly bookmark: Bookmark;
  readonly rows: number;
  readonly isLast: boolean;
}

function toPage({ records, bookmark, rows, isLast }: Progress, isFirst: boolean): DatabasePage {
  return { records, state: { ...bookmark }, rows, isFirst, isLast };
}

function readGenerations(database: LogDatabase, bookmark: Bookmark, conversation: Conversation): Progress {
  const next = readNext(database, 'gen_metadata', bookmark.generations, parseGeneration);
  const again = next.isLast ? readAgain(database, 'gen_metadata', bookmark.openGenerations, parseGeneration) : [];
  const readings = [...again, ...next.readings];
  const anchor = readings.findLast(({ call }) => call?.responseId != null);
  // What had no usage before was reported then.
  const found = [...again.filter(({ call }) => call !== null), ...next.readings];
  return {
    records: found.flatMap(({ call }) =>
      call === null ? [{ kind: 'skip', reason: 'empty-usage' } as const] : toRecords(call, conversation),
    ),
    bookmark: {
      ...bookmark,
      generations: next.last,
      anchor: anchor?.call?.responseId == null ? bookmark.anchor : [anchor.row, anchor.call.responseId],
      openGenerations: toOpen(
        next.isLast ? [] : bookmark.openGenerations,
        readings.filter(({ call }) => call === null),
      ),
      names: addNames(bookmark.names, readings),
    },
    rows: next.readings.length,
    isLast: next.isLast,
  };
}

function readSteps(
  database: LogDatabase,
  bookmark: Bookmark,
  conversation: Conversation,
  hasNewNames: boolean,
): Progress {
  const next = readNext(database, 'steps', bookmark.steps, parseStep);
  const again = next.isLast ? readAgain(database, 'steps', bookmark.openSteps, parseStep) : [];
  const nameless = hasNewNames ? readAgain(database, 'steps', bookmark.namelessSteps, parseStep) : [];
  const named = [...nameless, ...again, ...next.readings].map((reading) => nameModel(reading, bookmark.names));
  const isNameless = ({ call }: Reading): boolean => call !== null && call.model === null;
  return {
    records: named.flatMap(({ call }) => (call === null ? [] : toRecords(call, conversation))),
    bookmark: {
      ...bookmark,
      steps: next.last,
      openSteps: toOpen(
        next.isLast ? [] : bookmark.openSteps,
        named.filter(({ call, status }) => call === null && status !== doneStatus),
      ),
      namelessSteps: toOpen(hasNewNames ? [] : bookmark.namelessSteps, named.filter(isNameless)),
    },
    rows: next.readings.length,
    isLast: next.isLast,
  };
}

/** A row, and the call in it. */
interface Reading {
  readonly row: number;
  readonly status: unknown;
  readonly call: Call | null;
}

type Parser = (message: Uint8Array) => Call | null;

function readNext(
  database: LogDatabase,
  table: UsageTable,
  after: number,
  parse: Parser,
): { readonly readings: readonly Reading[]; readonly last: number; readonly isLast: boolean } {
  const page = findNextPage(database, table, after);
  if (page === null) return { readings: [], last: after, isLast: true };
  const rows = selectRange(database, table, after, page.last);
  return { readings: rows.map((row) => toReading(row, parse)), last: page.last, isLast: !page.hasMore };
}

function readAgain(
  database: LogDatabase,
  table: UsageTable,
  rows: readonly number[],
  parse: Parser,
): readonly Reading[] {
  return selectRows(database, table, rows).map((row) => toReading(row, parse));
}

function toReading(row: DatabaseRow, parse: Parser): Reading {
  const message = parseHex(row['message']);
  return { row: Number(row['idx']), status: row['status'], call: message === null ? null : parse(message) };
}

function toOpen(earlier: readonly number[], readings: readonly Reading[]): readonly number[] {
  return [...earlier, ...readings.map(({ row }) => row)].slice(-maxOpen);
}

/** The first name of a model is kept, so that it does not matter when a row is read. */
function addNames(names: Bookmark['names'], readings: readonly Reading[]): Bookmark['names'] {
  const known = new Map(names);
  for (const { call } of readings) {
    if (call?.modelNumber == null || call.model === null || known.has(call.modelNumber)) continue;
    known.set(call.modelNumber, call.model);
  }
  return [...known];
}

function nameModel(reading: Reading, names: Bookmark['names']): Reading {
  const { call } = reading;
  const name = names.find(([number]) => number === call?.modelNumber)?.[1];
  return call === null || name === undefined ? reading : { ...reading, call: { ...call, model: name } };
}

/** The bookmark, if its rows are still there; otherwise the beginning: going back replaces the latest rows. */
function checkBookmark(database: LogDatabase, bookmark: Bookmark): Bookmark {
  if (bookmark.anchor === null) return bookmark;
  const [row, responseId] = bookmark.anchor;
  const [found] = readAgain(database, 'gen_metadata', [row], parseGeneration);
  return found?.call?.responseId === responseId ? bookmark : beginning;
}

function toConversation(database: LogDatabase): Conversation {
  const { cascade, trajectory, workspace } = selectConversation(database);
  const bytes = parseHex(workspace);
  return {
    sessionId: toName(cascade, 256) ?? toName(trajectory, 256) ?? 'unknown',
    project: bytes === null ? null : parseWorkspace(bytes),
  };
}
