import { isEqual } from '../lib/is-equal.ts';
import type { ChannelConfig } from './channel-schema.ts';
import type { Settings } from './schema.ts';

/**
 * Settings without what may be a secret. Secrets proper are stored elsewhere; but headers, the user and query of an
 * address, the address of a webhook, the topic of ntfy (https://docs.ntfy.sh/publish: "the topic is essentially a
 * password") and the arguments of a program often are one.
 */
export function withoutSecrets(settings: Settings): Settings {
  const { alertChannels, otlpExport, proxy } = settings;
  return {
    ...settings,
    alertChannels: alertChannels.filter((channel) => !mayHoldSecret(channel)),
    otlpExport: { ...otlpExport, headers: {}, endpoint: toBareAddress(otlpExport.endpoint) },
    proxy: { ...proxy, address: toBareAddress(proxy.address) },
    // The key in a DSN lets anyone send there.
    errorReports: { dsn: null },
  };
}

/**
 * Settings from a file, with what files leave out as it is now. Anything that would send to a new place is off until
 * the person turns it on, and gets no secret of another place.
 */
export function withCurrentSecrets(imported: Settings, current: Settings): Settings {
  const kept = current.alertChannels.filter(mayHoldSecret);
  const own = imported.alertChannels.filter(
    ({ id, kind }) => kind !== 'command' && !kept.some((other) => other.id === id),
  );
  const bare = withoutSecrets(current);
  const isSameCollector = imported.otlpExport.endpoint === bare.otlpExport.endpoint;
  const { headers, endpoint } = current.otlpExport;
  const isSameProxy = imported.proxy.address === bare.proxy.address;
  return {
    ...imported,
    alertChannels: [...kept, ...own.map((channel) => toSwitchedOff(channel, current))].slice(0, 12),
    otlpExport: isSameCollector
      ? { ...imported.otlpExport, headers, endpoint }
      : { ...imported.otlpExport, isOn: false },
    server: { ...imported.server, isOn: imported.server.isOn && current.server.isOn },
    // An imported file must not send errors anywhere.
    errorReports: current.errorReports,
    proxy: isSameProxy ? { ...imported.proxy, address: current.proxy.address } : imported.proxy,
  };
}

function toSwitchedOff(channel: ChannelConfig, { alertChannels }: Settings): ChannelConfig {
  return alertChannels.some((known) => isEqual(known, channel)) ? channel : { ...channel, isOn: false };
}

function mayHoldSecret({ kind }: ChannelConfig): boolean {
  return kind === 'webhook' || kind === 'ntfy' || kind === 'command';
}

/** An address without user, password, query and fragment. */
function toBareAddress(address: string | null): string | null {
  if (address === null) return null;
  const [, scheme = '', rest = ''] = /^([a-z][a-z\d+.-]*:\/\/)?(.*)$/is.exec(address) ?? [];
  return scheme + rest.replace(/[?#].*$/s, '').replace(/^[^/]*@/, '');
}
