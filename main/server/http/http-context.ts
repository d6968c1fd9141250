import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { ActivityRow } from '../../../shared/domain/activity.ts';
import type { AccessScope } from '../../../shared/domain/access-scope.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { ServerSettings } from '../../../shared/settings/server-settings.ts';
import type { StoredToken } from '../../node/host/access/token-file.ts';
import type { VerifyToken } from '../../node/host/access/token-verifier.ts';
import type { Host } from '../../node/host/host.ts';
import type { LiveStream } from '../api/live-stream.ts';
import type { TelemetryStore } from '../otlp/telemetry-store.ts';
import type { ProxyStore } from '../proxy/proxy-store.ts';
import { isForwarded, isSentToLoopback } from '../access/forwarded.ts';
import type { WebPages } from '../web/web-pages.ts';

/** What the app is built from. */
export interface HttpAppOptions {
  readonly host: Host;
  readonly stream: LiveStream;
  readonly telemetry: TelemetryStore;
  /** Keeps what proxies report. */
  readonly proxies: ProxyStore;
  /** Keeps what browser extensions have sent, a batch with an id only once; rejects when it cannot be written. */
  readonly keepActivity: (rows: readonly ActivityRow[], batch: string | null) => Promise<void>;
  /** As they are now: they may be read again while the server runs. */
  readonly settings: () => ServerSettings;
  /** Whether only this machine reaches the server. */
  readonly isLocal: boolean;
  readonly verifyToken: VerifyToken;
  /** Exchanges a pairing code for the text of a new token of this device; null when the code is invalid. */
  readonly pair: (code: string, device: string) => Promise<string | null>;
  /** The files of the dashboard. */
  readonly pages: WebPages;
  /** Receives a line for whatever changes something or is refused. */
  readonly audit: Pick<Logger, 'info'>;
  readonly nowMs: () => number;
  readonly logger: Logger;
  /** Validates answers against the contract, in development and in tests. */
  readonly checksAnswers: boolean;
}

/** What is known of a request besides what it says: the connection it came on (absent where a test makes it). */
export type ServerContext = Context<{ Bindings: Partial<HttpBindings>; Variables: { token: StoredToken | null } }>;

/** The application that routes are added to. */
export type HttpApp = Hono<{ Bindings: Partial<HttpBindings>; Variables: { token: StoredToken | null } }>;

/** Asks for a permission; the response that refuses it, or null. */
export type RequireScope = (context: ServerContext, scope: AccessScope) => Response | null;

/** The rest of a longer path would only fill the log. */
const maxQuoted = 200;

/** Who asked for what, for the audit log. */
export function describeRequest(context: ServerContext): string {
  const token = context.get('token') ?? null;
  const { method } = context.req;
  return `${addressOf(context)} ${token === null ? '-' : token.id} ${method} ${quote(context.req.path)}`;
}

/** Untrusted text as one log line: without line ends, cursor movements or changes of text direction. */
function quote(text: string): string {
  const short = text.length > maxQuoted ? `${text.slice(0, maxQuoted)}…` : text;
  return JSON.stringify(short).replaceAll(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`,
  );
}

/** A request that was refused, and why, for the audit log. */
export function describeRefusal(problem: string, context: ServerContext): string {
  return `refused ${problem} ${describeRequest(context)}`;
}

/**
 * Whether a request comes from this machine, as far as can be known: the server is reachable from nowhere else, and no
 * proxy forwarded it.
 */
export function isFromLocal({ req, env }: ServerContext, { isLocal }: Pick<HttpAppOptions, 'isLocal'>): boolean {
  const way = { headers: req.header(), httpVersion: env?.incoming?.httpVersion };
  return isLocal && isSentToLoopback(req.header('host')) && !isForwarded(way);
}

/** The address a request came from. */
export function addressOf({ env }: ServerContext): string {
  return env?.incoming?.socket.remoteAddress ?? 'local';
}
