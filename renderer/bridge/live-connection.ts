import type { AppSnapshot, SnapshotChange } from '../../shared/snapshot/app-snapshot.ts';
import { applyChange } from '../../shared/snapshot/revisions.ts';
import { createEventParser, type StreamEvent } from './event-stream.ts';

/** The state of the connection to the server. `refused`: the server requires a token, or a different one. */
export type ConnectionState = 'connecting' | 'live' | 'offline' | 'refused';

/** What the connection reports. */
export interface LiveListener {
  onState(state: ConnectionState): void;
  /** Everything, after the connection is made. */
  onSnapshot(snapshot: AppSnapshot): void;
  onChange(change: SnapshotChange, snapshot: AppSnapshot): void;
}

/** Follows the server's live stream. */
export interface LiveConnection {
  /** Connects, at once even if it was waiting to retry. */
  connect(): void;
  close(): void;
}

const firstRetryMs = 1_000;
const maxRetryMs = 30_000;
/** The server says something every 15 seconds: a connection that is silent for longer is dead. */
const silenceMs = 40_000;

/**
 * Builds the connection: `fetch` instead of `EventSource`, which cannot send a token. It reconnects on its own, with
 * growing pauses, and asks only for what it missed.
 */
export function createLiveConnection(
  request: (headers: Record<string, string>, signal: AbortSignal) => Promise<Response>,
  listener: LiveListener,
): LiveConnection {
  let held: { readonly id: string; readonly snapshot: AppSnapshot } | null = null;
  let running: AbortController | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;

  const receive = ({ event, id, data }: StreamEvent): void => {
    if (event === 'snapshot') {
      const snapshot = JSON.parse(data) as AppSnapshot;
      held = { id, snapshot };
      listener.onSnapshot(snapshot);
    } else if (event === 'change' && held !== null) {
      const change = JSON.parse(data) as SnapshotChange;
      const snapshot = applyChange(held.snapshot, change);
      // After an error, a full snapshot is safer than a wrong one.
      held = snapshot === null ? null : { id, snapshot };
      if (snapshot === null) throw new Error('the stream left something out');
      listener.onChange(change, snapshot);
    }
  };
  const run = async (abort: AbortController): Promise<void> => {
    const response = await request(held === null ? {} : { 'Last-Event-ID': held.id }, abort.signal);
    if (response.status === 401 || response.status === 403) return listener.onState('refused');
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
    retryMs = firstRetryMs;
    listener.onState('live');
    await readPieces(response.body, abort, createEventParser(), receive);
    throw new Error('the stream ended');
  };
  const connect = (): void => {
    clearTimeout(retry);
    running?.abort();
    const abort = new AbortController();
    running = abort;
    run(abort).catch(() => {
      if (running !== abort) return;
      abort.abort();
      listener.onState('offline');
      retry = setTimeout(connect, retryMs);
      retryMs = Math.min(maxRetryMs, retryMs * 2);
    });
  };
  return {
    connect() {
      retryMs = firstRetryMs;
      connect();
    },
    close() {
      clearTimeout(retry);
      const abort = running;
      running = null;
      abort?.abort();
    },
  };
}

async function readPieces(
  body: ReadableStream<Uint8Array>,
  abort: AbortController,
  parse: (piece: string) => readonly StreamEvent[],
  receive: (event: StreamEvent) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let silence: ReturnType<typeof setTimeout> | undefined;
  try {
    for (;;) {
      clearTimeout(silence);
      silence = setTimeout(() => abort.abort(), silenceMs);
      const { done, value } = await reader.read();
      if (done) return;
      for (const event of parse(decoder.decode(value, { stream: true }))) receive(event);
    }
  } finally {
    clearTimeout(silence);
  }
}
