/** What proxies add to a request that they pass on. https://www.rfc-editor.org/rfc/rfc7239 and its predecessors. */
const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/**
 * Whether a proxy passed a request on. It then comes from this machine, but whoever asked may be anywhere. A client that
 * sends these headers itself only loses rights by it.
 */
export function isForwarded(header: (name: string) => unknown): boolean {
  return proxyHeaders.some((name) => header(name) !== undefined);
}
