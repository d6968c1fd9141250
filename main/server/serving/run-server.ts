import { randomUUID } from 'node:crypto';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { dayMs, secondMs } from '../../../shared/domain/instant.ts';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import { putIntoInbox } from '../../node/received/activity-inbox.ts';
import { acceptEnvironmentToken, environmentTokenId } from '../../node/host/access/environment-token.ts';
import { exchangePairingCode } from '../../node/host/access/pairing.ts';
import { forgetServedPlace, noteServedPlace } from '../../node/host/access/served-place.ts';
import { toTokenFile } from '../../node/host/access/token-file.ts';
import { createTokenWatch } from '../../node/host/access/token-watch.ts';
import { createTokenVerifier } from '../../node/host/access/token-verifier.ts';
import type { RunningServer, ServerParts } from '../../node/host/serving/running-server.ts';
import { claimServing } from '../../node/host/serving/server-claim.ts';
import { systemClock } from '../../node/system/system-clock.ts';
import { createYoungGenerationBound } from '../../node/memory/young-generation.ts';
import { isLoopback } from '../access/address-names.ts';
import { heartbeatMs } from '../api/envelope.ts';
import { createLiveStream, type LiveStream } from '../api/live-stream.ts';
import { createCertificateRenewal } from '../tls/certificate-renewal.ts';
import { openCertificate, type Certificate } from '../tls/certificate.ts';
import { createExportSwitch, type ExportSwitch } from './export-switch.ts';
import { createMetricsGatherer } from './gather-metrics.ts';
import { createHttpHandlers } from './http-app.ts';
import type { HttpAppOptions } from '../http/http-context.ts';
import { listen, type HttpHandlers, type Listening } from '../http/listen.ts';
import { openTelemetryStore } from '../otlp/telemetry-store.ts';
import { createProxyStore, type ProxyStore } from '../proxy/proxy-store.ts';
import { createProxyWatch } from '../proxy/proxy-watch.ts';
import { readWebPages, toWebFolders } from '../web/web-pages.ts';

const { nowMs } = systemClock;
/** A revoked token stops getting live changes within this time; requests refuse it at once. */
const tokenCheckMs = 2 * secondMs;
/** Under load, V8 grows its young generation within seconds, and never shrinks it. */
const memoryCheckMs = secondMs / 2;

/**
 * Serves a host, which the caller starts and stops. Fails with a sentence where the system does not allow it, or
 * another server has this data folder: two would accept each other's tokens and pairing codes at different addresses.
 */
export async function runServer(parts: ServerParts): Promise<Result<RunningServer>> {
  const claim = claimServing(parts.dataFolder, parts.logger);
  if (!claim.ok) return fail(createMessages().server.alreadyServed(parts.dataFolder));
  const release = claim.value;
  try {
    const running = await runClaimed(parts);
    if (!running.ok) {
      release();
      return running;
    }
    const { stop, port } = running.value;
    await noteServedPlace(parts.dataFolder, { ...parts.settings(), port });
    const end = (): Promise<void> => forgetServedPlace(parts.dataFolder).then(stop).finally(release);
    return ok({ ...running.value, stop: end });
  } catch (error) {
    release();
    throw error;
  }
}

async function runClaimed(parts: ServerParts): Promise<Result<RunningServer>> {
  const { host, dataFolder, settings } = parts;
  const isLocal = isLoopback(settings().host);
  const reopen = () => openCertificate({ settings: settings(), dataFolder, isLocal, nowMs: nowMs() });
  const certificate = await reopen();
  if (!certificate.ok) return certificate;
  const stream = createLiveStream(host, randomUUID().slice(0, 8));
  const telemetry = await openTelemetryStore(dataFolder, nowMs());
  const proxies = createProxyStore(dataFolder, nowMs);
  const handlers = await createHandlers({ ...parts, stream, isLocal, telemetry, proxies });
  const listening = await listen(handlers, { ...settings(), certificate: certificate.value });
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
  const upkeep = startUpkeep(
    { ...parts, stream, proxies, isLocal, exports, certificate: certificate.value, reopen },
    listening.value,
  );
  const { address, port, stop } = listening.value;
  return ok({
    address,
    port,
    fingerprint: upkeep.fingerprint,
    refresh: upkeep.refresh,
    async stop() {
      upkeep.stop();
      stream.dispose();
      await exports.stop();
      await stop();
    },
  });
}

/** Starts what a server that listens does regularly, and whenever settings change. */
function startUpkeep(
  parts: ServerParts & {
    readonly stream: LiveStream;
    readonly proxies: ProxyStore;
    readonly isLocal: boolean;
    readonly exports: ExportSwitch;
    readonly certificate: Certificate | null;
    readonly reopen: () => ReturnType<typeof openCertificate>;
  },
  { useCertificate }: Pick<Listening, 'useCertificate'>,
) {
  const { host, logger, stream, exports } = parts;
  const proxyWatch = createProxyWatch({ ...parts, store: parts.proxies, nowMs, onNews: () => host.rescan() });
  // It may take long, so it is not awaited.
  void proxyWatch.refresh();
  const renewal = createCertificateRenewal({
    ...{ first: parts.certificate, open: parts.reopen, use: useCertificate },
    ...{ nowMs, logger },
  });
  const stopWatching = watchTokens(parts, stream, parts.isLocal);
  const stopTimers = startTimers([
    [heartbeatMs, stream.beat],
    [memoryCheckMs, createYoungGenerationBound()],
    [dayMs, () => void renewal.refresh()],
  ]);
  return {
    fingerprint: renewal.fingerprint,
    async refresh(): Promise<void> {
      await renewal.refresh();
      const refreshed = await exports.refresh();
      if (!refreshed.ok) logger.warn(refreshed.error);
      void proxyWatch.refresh();
    },
    stop(): void {
      stopWatching();
      stopTimers();
      proxyWatch.stop();
    },
  };
}

async function createHandlers(
  parts: ServerParts & Pick<HttpAppOptions, 'stream' | 'isLocal' | 'telemetry' | 'proxies'>,
): Promise<HttpHandlers> {
  const { dataFolder, variables } = parts;
  const verify = createTokenVerifier(toTokenFile(dataFolder), nowMs);
  return createHttpHandlers({
    ...{ ...parts, nowMs },
    keepActivity: (rows, batch) => putIntoInbox(dataFolder, rows, batch),
    verifyToken: acceptEnvironmentToken(verify, variables['FUELGAUGE_TOKEN'] ?? null),
    pages: await readWebPages(toWebFolders()),
    pair: async (code, device) => (await exchangePairingCode(dataFolder, { code, device }, nowMs()))?.text ?? null,
  });
}

/** Runs these tasks, each at its interval. Returns a function that stops them. */
function startTimers(tasks: readonly (readonly [everyMs: number, task: () => void])[]): Dispose {
  const timers = tasks.map(([everyMs, task]) => setInterval(task, everyMs).unref());
  return () => timers.forEach((timer) => clearInterval(timer));
}

/** Ends what was opened with a token once it is revoked. Returns a function that stops it. */
function watchTokens({ dataFolder, host, settings }: ServerParts, stream: LiveStream, isLocal: boolean): Dispose {
  const watch = createTokenWatch(toTokenFile(dataFolder), (ids) => {
    stream.review((reader) => mayStay(reader, ids, isLocal && !settings().readingNeedsToken));
    // A file that cannot be read right now must not unsubscribe anyone.
    return ids === null ? undefined : host.push.keepOnly(new Set([...ids, environmentTokenId]));
  });
  const watching = setInterval(() => void watch.check(), tokenCheckMs).unref();
  return () => clearInterval(watching);
}

/** Whether a follower of live changes may continue, according to the current tokens. */
function mayStay(reader: string | null, ids: ReadonlySet<string> | null, isOpen: boolean): boolean {
  if (reader === null) return isOpen;
  return reader === environmentTokenId || ids?.has(reader) === true;
}
