import { minuteMs } from '../../../shared/domain/instant.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import { noCipher, openSecretStore } from '../../node/host/secrets/secret-store.ts';
import { readSettings } from '../../node/host/settings/read-only-settings.ts';
import { toProxyAddress } from './ask-proxy.ts';
import type { ProxyStore } from './proxy-store.ts';
import { proxySources, pullProxy } from './pull-proxy.ts';

/** The secret with the proxy's key: `FUELGAUGE_SECRET_PROXY`, or in the file of secrets. */
export const proxySecret = 'proxy';
/** Rows may be written late; those already known add nothing. */
const days = 2;

/** Asks a proxy periodically while a server runs. */
export interface ProxyWatch {
  /** Reads the settings again, and asks at once where one is set. Never rejects. */
  refresh(): Promise<void>;
  stop(): void;
}

/** Builds it. Nothing is asked without an address in the settings and a key among the secrets. */
export function createProxyWatch(options: {
  readonly dataFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly store: ProxyStore;
  readonly nowMs: () => number;
  readonly logger: Logger;
  /** Called when something new was kept. */
  readonly onNews: () => void;
}): ProxyWatch {
  const { dataFolder, variables, store, nowMs, logger } = options;
  const secrets = openSecretStore({ dataFolder, variables, cipher: noCipher, logger });
  let timer: NodeJS.Timeout | null = null;
  const stopping = new AbortController();
  const ask = async (): Promise<void> => {
    const { address, isCounted, intervalMinutes } = (await readSettings(dataFolder, {})).get().proxy;
    if (address === null || stopping.signal.aborted) return;
    timer = setTimeout(() => void run(), intervalMinutes * minuteMs).unref();
    const place = toProxyAddress(address);
    const key = await secrets.read(proxySecret);
    const [source] = proxySources;
    if (place === null) return logger.warn('the proxy is not asked: its address must be https, or on this machine');
    if (key === null || source === undefined) return logger.warn('the proxy is not asked: it has no key');
    const request = { source, address: place, key, days, isCounted, stopping: stopping.signal };
    const pull = await pullProxy(request, store, nowMs());
    if (stopping.signal.aborted) return;
    for (const [name, failure] of Object.entries(pull.failures)) logger.warn(`the proxy: ${name} ${failure}`);
    if (pull.added > 0 || pull.budgets > 0) options.onNews();
  };
  const run = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    await ask().catch((error: unknown) => logger.error('the proxy could not be asked', error));
  };
  return {
    refresh: run,
    stop() {
      // A proxy that does not answer must not keep the server from ending.
      stopping.abort();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
