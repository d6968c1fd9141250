import { defaultServerSettings, type ServerSettings } from '../../shared/settings/server-settings.ts';
import { silentLogger } from '../../shared/ports/logger.ts';
import type { ActivityRow } from '../../shared/domain/activity.ts';
import type { AccessScope } from '../../shared/domain/access-scope.ts';
import { createToken, findToken } from '../../main/node/host/access/tokens.ts';
import type { Host } from '../../main/node/host/host.ts';
import { createLiveStream } from '../../main/server/api/live-stream.ts';
import type { SourcedUse } from '../../main/server/otlp/read-uses.ts';
import type { TelemetryStore } from '../../main/server/otlp/telemetry-store.ts';
import type { ProxyReading } from '../../shared/sources/usage-proxy.ts';
import type { TelemetrySum } from '../../main/node/received/journal-sums.ts';
import type { HttpAppOptions } from '../../main/server/http/http-context.ts';
import type { HttpHandlers } from '../../main/server/http/listen.ts';
import { createHttpHandlers } from '../../main/server/serving/http-app.ts';
import { createMemoryPush, type MemoryPush } from './memory-push.ts';
import { createFakeEngine, createFakeHost, nowMs, type FakeEngine } from '../fakes/cli-host.ts';

/** A server without a socket, on a fake engine. */
export interface ServerUnderTest {
  readonly host: Host;
  /** To be served on a socket. */
  readonly handlers: HttpHandlers;
  readonly engine: FakeEngine;
  /** The browsers that get alerts. */
  readonly push: MemoryPush;
  readonly audit: string[];
  /** Asks as a program on this machine does; `init` may say otherwise. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** The header with a token of this scope. */
  authorize(scope: AccessScope): Readonly<Record<string, string>>;
  advance(ms: number): void;
  /** What was received. */
  readonly added: readonly SourcedUse[];
  /** What proxies have posted. */
  readonly reported: readonly ProxyReading[];
  /** What extensions have sent. */
  readonly activity: readonly ActivityRow[];
  /** The ids of the batches that they came in. */
  readonly batches: readonly (string | null)[];
}

export function createServerUnderTest(
  options: {
    readonly settings?: Partial<ServerSettings>;
    readonly isLocal?: boolean;
    readonly pages?: HttpAppOptions['pages'];
    readonly pair?: HttpAppOptions['pair'];
    readonly engine?: FakeEngine;
    /** Answers in place of the engine. */
    readonly telemetry?: readonly TelemetrySum[];
    readonly handlers?: Host['handlers'];
    /** Nothing can be written. */
    readonly isDiskFull?: boolean;
  } = {},
): ServerUnderTest {
  const engine = options.engine ?? createFakeEngine();
  const fake = createFakeHost(engine);
  const push = createMemoryPush();
  const host = { ...fake, handlers: options.handlers ?? fake.handlers, push: push.subscriptions };
  const audit: string[] = [];
  const tokens = (['read', 'ingest', 'admin'] as const).map((scope) => createToken(scope, [scope], nowMs));
  let clockMs = nowMs;
  const added: SourcedUse[] = [];
  const activity: ActivityRow[] = [];
  const batches: (string | null)[] = [];
  const reported: ProxyReading[] = [];
  const write = (): void => {
    if (options.isDiskFull === true) throw new Error('ENOSPC: no space left on device');
  };
  const telemetry: TelemetryStore = {
    async add(uses) {
      write();
      added.push(...uses);
    },
    sums: () => options.telemetry ?? [],
  };
  const { app, quick } = createHttpHandlers({
    telemetry,
    proxies: {
      add: async (_source, reading) => {
        write();
        reported.push(reading);
        return { uses: reading.uses.length, budgets: reading.budgets.length };
      },
    },
    keepActivity: async (rows, batch) => {
      batches.push(batch);
      activity.push(...rows);
    },
    host,
    stream: createLiveStream(host, 'run'),
    settings: () => ({ ...defaultServerSettings, ...options.settings }),
    isLocal: options.isLocal ?? true,
    pages: options.pages ?? new Map(),
    pair: options.pair ?? (async () => null),
    verifyToken: async (text) =>
      findToken(
        tokens.map(({ stored }) => stored),
        text,
      ),
    audit: { info: (line) => void audit.push(line) },
    nowMs: () => clockMs,
    logger: silentLogger,
    checksAnswers: true,
  });
  return {
    handlers: { app, quick },
    push,
    host,
    engine,
    added,
    reported,
    activity,
    batches,
    audit,
    ask: async (path, init) => app.request(`http://localhost:8377${path}`, withHost(init)),
    authorize: (scope) => ({ Authorization: `Bearer ${tokens.find(({ stored }) => stored.name === scope)!.text}` }),
    advance: (ms) => void (clockMs += ms),
  };
}

function withHost(init: RequestInit = {}): RequestInit {
  return { ...init, headers: { Host: 'localhost:8377', ...(init.headers as Record<string, string>) } };
}
