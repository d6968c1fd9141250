import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { IngestOptions } from '../../../main/node/ingest/ingest-options.ts';
import { createIngest, type Ingest } from '../../../main/node/ingest/ingest.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import type { LogRecord } from '../../../shared/domain/log-record.ts';
import { defaultProfile } from '../../../shared/domain/profile-fields.ts';
import { emptyUsage } from '../../../shared/domain/token-usage.ts';
import type { UsageEvent } from '../../../shared/domain/usage-event.ts';
import { toBytesRead } from '../../../shared/ledger/cursor-position.ts';
import type { FileCursor } from '../../../shared/ports/cursor-store.ts';
import type { LedgerStore } from '../../../shared/ports/ledger-store.ts';
import type { Source } from '../../../shared/sources/source.ts';
import type { DocumentStream, LineStream } from '../../../shared/sources/streams.ts';

/** A source that reads lines as `toLine` writes them, and records the lines it was given. */
export interface TinySource extends Source {
  /** Every line that a reader was asked to read, in order. */
  readonly linesRead: string[];
}

/** A line for one response. */
export function toLine(name: string, output = 1, text = ''): string {
  return `${JSON.stringify({ text, response: name, output })}\n`;
}

/** Builds a source with these roots. The reader's state is the number of previous responses. */
export function createTinySource(roots: readonly string[], id = 'tiny'): TinySource {
  const linesRead: string[] = [];
  return {
    id,
    label: id,
    linesRead,
    roots: () => roots.map((path) => ({ path, origin: 'default' })),
    extraRoots: (folder) => [{ path: folder, origin: 'settings' }],
    streams: [createTinyStream(id, linesRead)],
    skipReasons: {},
    unloggedCalls: {},
    coverage: { kind: 'exact' },
    retentionDays: null,
    processes: null,
  };
}

function createTinyStream(id: string, linesRead: string[]): LineStream {
  return {
    kind: 'lines',
    matches: (path) => path.endsWith('.jsonl'),
    needles: ['"response"', '"note"'],
    fields: { response: true, output: true },
    createReader(_path, state) {
      let count = typeof state === 'number' ? state : 0;
      return {
        state: () => count,
        read(line): readonly LogRecord[] {
          linesRead.push(line.text());
          const record = parse(line.text());
          if (record === null) return [{ kind: 'skip', reason: 'not-json' }];
          count++;
          return [{ kind: 'event', event: toEvent(id, record, count) }];
        },
      };
    },
  };
}

/** A source of documents: lists of responses as `toLine` writes them. Records how many documents it was given. */
export function createTinyDocuments(roots: readonly string[]): TinySource & { readonly documentsRead: string[] } {
  const documentsRead: string[] = [];
  const stream: DocumentStream = {
    kind: 'document',
    matches: (path) => path.endsWith('.json'),
    read({ path, value }) {
      documentsRead.push(path);
      if (!Array.isArray(value)) return [{ kind: 'skip', reason: 'not-a-record' }];
      return value.map((record, index) => ({ kind: 'event', event: toEvent('tiny', record as TinyRecord, index) }));
    },
  };
  return { ...createTinySource(roots), streams: [stream], documentsRead };
}

/** A document with one response for each number of output tokens. */
export function toDocument(outputs: readonly number[], text = ''): string {
  return JSON.stringify(outputs.map((output, index) => ({ text, response: `response ${index}`, output })));
}

interface TinyRecord {
  readonly response: string;
  readonly output: number;
}

function parse(line: string): TinyRecord | null {
  try {
    return JSON.parse(line) as TinyRecord;
  } catch {
    return null;
  }
}

function toEvent(source: string, record: TinyRecord, count: number): UsageEvent {
  return {
    key: `${source}:${record.response}`,
    aliases: [],
    replay: null,
    profile: {
      ...defaultProfile,
      source,
      provider: 'anthropic',
      model: 'model',
      sessionId: 'session',
      // Shows whether the reader's state was passed on.
      branch: String(count),
    },
    atMs: Date.UTC(2026, 4, 1),
    usage: { ...emptyUsage, outputTokens: record.output },
    isFinal: true,
    webSearchRequests: 0,
    loggedCostMicroUsd: null,
  };
}

/** A separate folder for one test, deleted after it. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fuelgauge-ingest-')));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** Writes a file and the folders above it; returns its path. */
export function put(folder: string, relativePath: string, content: string | Buffer): string {
  const path = join(folder, relativePath);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** An ingest that is stopped after the test. It checks often, so that tests need not wait. */
export function makeIngest(
  sources: readonly Source[],
  store: LedgerStore = createMemoryLedger(),
  options: Partial<IngestOptions> = {},
): Ingest {
  const ingest = createIngest({
    sources,
    host: { platform: 'linux', home: '/nowhere', variables: {}, otherHomes: [] },
    extraFolders: [],
    store,
    clock: { nowMs: () => Date.now() },
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    timing: { heartbeatMs: 50 },
    ...options,
  });
  cleanUps.push(() => ingest.stop());
  return ingest;
}

/** All output tokens in the ledger, and the number of responses. */
export function countOf(store: LedgerStore): { readonly events: number; readonly output: number } {
  const cells = store.cells({ grainMs: 900_000 });
  return {
    events: cells.reduce((sum, cell) => sum + cell.events, 0),
    output: cells.reduce((sum, cell) => sum + cell.usage.outputTokens, 0),
  };
}

/** The cursor of a file; throws when there is none. */
export function cursorOf(store: LedgerStore, path: string): FileCursor {
  const cursor = store.cursors().get(path);
  if (cursor === undefined) throw new Error(`no cursor of ${path}`);
  return cursor;
}

/** How many bytes of a file were read; throws when none were. */
export function bytesReadOf(store: LedgerStore, path: string): number {
  return toBytesRead(cursorOf(store, path).position);
}

const cleanUps: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});
