import type { CallAnswer, Transport } from '../../shared/contract/index.ts';
import type { Route, Routes } from '../../shared/contract/routes.ts';
import type { CallFailure } from '../../shared/domain/call-failure.ts';
import type { CallSubject } from '../../shared/domain/call-subject.ts';
import type { AppSnapshot } from '../../shared/snapshot/app-snapshot.ts';
import { createLiveConnection, type ConnectionState } from './live-connection.ts';

/** An HTTP transport's dependencies. */
export interface HttpTransportOptions {
  readonly routes: Routes;
  /** Asks the server, with the token where there is one. */
  readonly request: (path: string, init: RequestInit) => Promise<Response>;
  /** The last known snapshot, for when the server cannot be reached; null if there is none. */
  readonly recall: () => Promise<AppSnapshot | null>;
  readonly keep: (snapshot: AppSnapshot) => void;
  readonly onState: (state: ConnectionState) => void;
}

/** The host over HTTP, with the additions that an unreliable connection needs. */
export interface HttpTransport extends Transport {
  /** Connects now: there is a new token, or the network is back. */
  connect(): void;
  close(): void;
}

const prefix = '/api';

/**
 * Builds the transport: calls as requests, the snapshot and its changes by one live stream, which is all that a page
 * needs to begin. Without a connection the snapshot is the last known one.
 */
export function createHttpTransport(options: HttpTransportOptions): HttpTransport {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let held: AppSnapshot | null = null;
  let waiting: ((answer: CallAnswer) => void)[] = [];
  const emit = (name: string, payload: unknown): void => listeners.get(name)?.forEach((listener) => listener(payload));
  const answerWaiting = (answer: CallAnswer): void => {
    const asked = waiting;
    waiting = [];
    for (const answerOne of asked) answerOne(answer);
  };
  const catchUp = createCatchUp(options, emit);
  const live = createLiveConnection(
    (headers, signal) => options.request(`${prefix}/events`, { headers, signal, cache: 'no-store' }),
    {
      onSnapshot(snapshot) {
        const isNews = held !== null && held.revision !== snapshot.revision;
        held = snapshot;
        options.keep(snapshot);
        answerWaiting({ ok: true, value: snapshot });
        // No revision is 0, so clients with an older snapshot ask for this one.
        if (isNews) emit('snapshotChanged', { ...snapshot, baseRevision: 0 });
      },
      onChange(change, snapshot) {
        held = snapshot;
        options.keep(snapshot);
        emit('snapshotChanged', change);
      },
      onState(state) {
        if (state === 'offline' || state === 'refused') void giveLastKnown(state);
        catchUp(state);
        options.onState(state);
      },
    },
  );
  const giveLastKnown = async (state: ConnectionState): Promise<void> => {
    const last = held ?? (state === 'offline' ? await options.recall() : null);
    answerWaiting(last === null ? { ok: false, error: { kind: 'engine-stopped' } } : { ok: true, value: last });
  };
  return {
    connect: live.connect,
    close: live.close,
    async call(name, argument) {
      if (name === 'snapshot') {
        if (held !== null) return { ok: true, value: held };
        return new Promise((resolve) => waiting.push(resolve));
      }
      const route = Object.hasOwn(options.routes, name) ? options.routes[name] : undefined;
      if (route === undefined) return refuse({ kind: 'unknown-call', name });
      const answer = await ask(name, route, argument, options.request);
      if (name === 'updateSettings' && answer.ok) emitSettings(answer.value, emit);
      return answer;
    },
    subscribe(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => void set.delete(listener);
    },
  };
}

/**
 * Fetches the settings again once the server is reachable or accepts a new token: the event stream does not carry them, so
 * listeners may have none, or outdated ones.
 */
function createCatchUp(
  { routes, request }: HttpTransportOptions,
  emit: (name: string, payload: unknown) => void,
): (state: ConnectionState) => void {
  let isBehind = false;
  const route = routes['settings'];
  const askSettings = async (): Promise<void> => {
    if (route !== undefined) emitSettings(await ask('settings', route, undefined, request), emit);
  };
  return (state) => {
    if (state === 'live' && isBehind) void askSettings();
    if (state !== 'connecting') isBehind = state !== 'live';
  };
}

function emitSettings(value: unknown, emit: (name: string, payload: unknown) => void): void {
  const result = value as { readonly ok: boolean; readonly value?: unknown };
  if (result.ok) emit('settingsChanged', result.value);
}

async function ask(
  name: string,
  route: Route,
  argument: unknown,
  request: HttpTransportOptions['request'],
): Promise<CallAnswer> {
  try {
    const response = await (route.method === 'GET'
      ? request(`${prefix}${route.path}${toSearch(argument)}`, { method: 'GET' })
      : request(`${prefix}${route.path}`, toChange(route, argument)));
    const body = (await response.json()) as Readonly<Record<string, unknown>>;
    if (response.ok) return { ok: true, value: toValue(body, route) };
    if (response.status === 409 && 'error' in body) return { ok: true, value: { ok: false, error: body['error'] } };
    return refuse(toFailure({ name, about: route.about }, response.status, body));
  } catch {
    return refuse({ kind: 'engine-stopped' });
  }
}

function toChange({ method }: Route, argument: unknown): RequestInit {
  if (argument === undefined) return { method };
  return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(argument) };
}

/** The content of the envelope: an answer that is not an object is in `value`. */
function toValue(body: Readonly<Record<string, unknown>>, { isResult }: Route): unknown {
  const { schema: _schema, generatedAt: _generatedAt, staleAfterSeconds: _stale, ...facts } = body;
  const isWrapped = 'value' in facts && Object.keys(facts).length === 1;
  const value = isWrapped ? facts['value'] : facts;
  return isResult ? { ok: true, value } : value;
}

function toFailure(
  call: { readonly name: string; readonly about: CallSubject },
  status: number,
  body: Readonly<Record<string, unknown>>,
): CallFailure {
  if (status === 401 || status === 403) return { kind: 'foreign-page' };
  if (status === 503) return { kind: 'engine-stopped' };
  const { source, known } = body;
  if (typeof source === 'string' && Array.isArray(known)) return { kind: 'unknown-source', source, known };
  return { kind: 'failed', ...call, detail: typeof body['detail'] === 'string' ? body['detail'] : null };
}

/** Writes an argument into an address, as the server reads it: one parameter per member, a list as one per item. */
function toSearch(argument: unknown): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries((argument ?? {}) as Readonly<Record<string, unknown>>)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item !== null && item !== undefined) parameters.append(name, String(item));
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

function refuse(error: CallFailure): CallAnswer {
  return { ok: false, error };
}
