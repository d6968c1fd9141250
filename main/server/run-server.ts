import { randomUUID } from 'node:crypto';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { ServerSettings } from '../../shared/settings/server-settings.ts';
import { putIntoInbox } from '../node/activity-inbox.ts';
import { acceptEnvironmentToken } from '../node/host/access/environment-token.ts';
import { exchangePairingCode } from '../node/host/access/pairing.ts';
import { toTokenFile } from '../node/host/access/token-file.ts';
import { createTokenVerifier } from '../node/host/access/token-verifier.ts';
import type { Host } from '../node/host/host.ts';
import { systemClock } from '../node/system-clock.ts';
import { isLoopback } from './access/address-names.ts';
import { heartbeatMs } from './api/envelope.ts';
import { createLiveStream } from './api/live-stream.ts';
import { openCertificate } from './certificate.ts';
import { createExportSwitch } from './export-switch.ts';
import { createMetricsGatherer } from './gather-metrics.ts';
import { createHttpApp } from './http-app.ts';
import { listen } from './listen.ts';
import { openTelemetryStore } from './otlp/telemetry-store.ts';
import { createProxyStore } from './proxy/proxy-store.ts';
import { createProxyWatch } from './proxy/proxy-watch.ts';
import { readWebPages, toWebFolders } from './web/web-pages.ts';

const { nowMs } = systemClock;

/** A server on a host. */
export interface RunningServer {
  /** With the port that it got: `http://127.0.0.1:8377`. */
  readonly address: string;
  readonly port: number;
  /** SHA-256 of its certificate; null without TLS. */
  readonly fingerprint: string | null;
  /** Settings may have changed: does what they now say, and writes to the log what cannot be done. */
  refresh(): Promise<void>;
  /** Stops serving; the host goes on. */
  stop(): Promise<void>;
}

/** What a server stands on. */
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

/** Serves a host, which somebody else starts and stops. Fails with a sentence where the system does not allow it. */
export async function runServer(parts: ServerParts): Promise<Result<RunningServer>> {
  const { host, dataFolder, settings } = parts;
  const isLocal = isLoopback(settings().host);
  const certificate = await openCertificate({ settings: settings(), dataFolder, isLocal, nowMs: nowMs() });
  if (!certificate.ok) return certificate;
  const stream = createLiveStream(host, randomUUID().slice(0, 8));
  const telemetry = await openTelemetryStore(dataFolder, nowMs());
  const proxies = createProxyStore(dataFolder, nowMs);
  const app = createHttpApp({
    ...{ ...parts, stream, isLocal, nowMs, telemetry, proxies },
    keepActivity: (rows) => putIntoInbox(dataFolder, rows),
    verifyToken: acceptEnvironmentToken(
      createTokenVerifier(toTokenFile(dataFolder)),
      parts.variables['FUELGAUGE_TOKEN'] ?? null,
    ),
    pages: await readWebPages(toWebFolders()),
    pair: async (code, device) => (await exchangePairingCode(dataFolder, { code, device }, nowMs()))?.text ?? null,
  });
  const listening = await listen(app, { ...settings(), certificate: certificate.value });
  if (!listening.ok) {
    stream.dispose();
    return listening;
  }
  const exports = createExportSwitch({
    ...parts,
    nowMs,
    gather: createMetricsGatherer({ ...parts, telemetry, stream, nowMs }),
  });
  const exported = await exports.refresh();
  if (!exported.ok) {
    stream.dispose();
    await listening.value.stop();
    return exported;
  }
  const proxyWatch = createProxyWatch({ ...parts, store: proxies, nowMs, onNews: () => host.rescan() });
  // It may take long, and nobody waits for it.
  void proxyWatch.refresh();
  const beating = setInterval(stream.beat, heartbeatMs).unref();
  const { address, port, stop } = listening.value;
  return ok({
    address,
    port,
    fingerprint: certificate.value?.fingerprint ?? null,
    async refresh() {
      const refreshed = await exports.refresh();
      if (!refreshed.ok) parts.logger.warn(refreshed.error);
      void proxyWatch.refresh();
    },
    async stop() {
      clearInterval(beating);
      proxyWatch.stop();
      stream.dispose();
      await exports.stop();
      await stop();
    },
  });
}
