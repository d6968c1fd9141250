import { createProxyStream, proxyRoots } from '../lib/proxy-journal.ts';
import type { Source } from '../source.ts';
import { litellmProxy } from './proxy.ts';

/** LiteLLM: a proxy between agents and providers. What it reports is received or asked for, see README.md. */
export const litellm = {
  id: 'litellm',
  label: 'LiteLLM',
  roots: (host) => proxyRoots('litellm', host),
  extraRoots: (folder) => [{ path: folder, origin: 'settings' }],
  isLogFolder: () => false,
  streams: [createProxyStream('litellm', litellmProxy.nameOf)],
  skipReasons: {},
  unloggedCalls: {},
  coverage: {
    kind: 'partial',
    gap: 'the usage of your proxy; responses that no log can be joined to are compared by "fuelgauge reconcile", not counted',
  },
  retentionDays: null,
  processes: null,
  proxy: litellmProxy,
} as const satisfies Source;
