import type { Result } from '../../../../shared/lib/result.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { ServerSettings } from '../../../../shared/settings/server-settings.ts';
import type { Host } from '../host.ts';

/** A server on a host. */
export interface RunningServer {
  /** With the port that it got: `http://127.0.0.1:8377`. */
  readonly address: string;
  readonly port: number;
  /** SHA-256 of the certificate that new connections get; null without TLS. */
  fingerprint(): string | null;
  /** Settings may have changed: applies them, and logs what cannot be applied. */
  refresh(): Promise<void>;
  /** Stops serving; the host keeps running. */
  stop(): Promise<void>;
}

/** A server's dependencies. */
export interface ServerParts {
  readonly host: Host;
  readonly dataFolder: string;
  /** As they are now: address and certificate hold from the start on, the rest may change. */
  readonly settings: () => ServerSettings;
  readonly logger: Logger;
  /** Receives a line for whatever changes something or is refused. */
  readonly audit: Pick<Logger, 'info'>;
  readonly checksAnswers: boolean;
  /** The environment, which may hold a token, and say where metrics are sent. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Serves a host, which the caller starts and stops. Fails with a sentence where the system does not allow it. */
export type RunServer = (parts: ServerParts) => Promise<Result<RunningServer>>;
