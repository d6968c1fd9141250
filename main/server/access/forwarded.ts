import { isLoopback, parseHostHeader } from './address-names.ts';

/** What a request reveals about its route. */
export interface RequestWay {
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** Such as `1.1`; undefined where a test makes the request. */
  readonly httpVersion: string | undefined;
}

/**
 * What proxies, load balancers and tunnels add to a request that they pass on, besides `X-Forwarded-…`.
 * https://www.rfc-editor.org/rfc/rfc7239, and the documents of nginx, HAProxy, Envoy, Cloudflare, Akamai, Fly and Tailscale.
 */
const proxyHeaders: ReadonlySet<string> = new Set([
  ...['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'x-cluster-client-ip', 'x-original-forwarded-for'],
  ...['x-original-host', 'x-envoy-external-address', 'true-client-ip', 'fastly-client-ip', 'fly-client-ip'],
  ...['cf-connecting-ip', 'cdn-loop', 'tailscale-user-login', 'x-scheme', 'front-end-https'],
]);

/**
 * Whether a proxy passed a request on. It then comes from this machine, but whoever asked may be anywhere. A client
 * that sends these headers itself only loses rights. HTTP/1.0 is nginx's default towards servers behind it; hardly
 * anything else uses it. A proxy that adds nothing and replaces `Host` cannot be recognised.
 */
export function isForwarded({ headers, httpVersion }: RequestWay): boolean {
  if (httpVersion === '1.0') return true;
  for (const name in headers) if (name.startsWith('x-forwarded') || proxyHeaders.has(name)) return true;
  return false;
}

/**
 * Whether a request was sent to a name that only this machine reaches; any other name belongs to a proxy or a tunnel.
 */
export function isSentToLoopback(hostHeader: string | undefined): boolean {
  const host = parseHostHeader(hostHeader);
  return host !== null && isLoopback(host);
}
