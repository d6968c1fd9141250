import { isAddress, parseHostHeader } from './address-names.ts';

/** The headers that say where a request comes from. */
export interface RequestOrigin {
  /** The header `Host`. */
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** What browsers say in `Sec-Fetch-Site`. */
  readonly fetchSite: string | undefined;
}

/** The names and origins that the server accepts. */
export interface KnownPlaces {
  /** Its names besides `localhost` and addresses. */
  readonly allowedHosts: readonly string[];
  readonly allowedOrigins: readonly string[];
}

/** Why a request is refused; null when it is not. `host`: it was sent to another name. `origin`: by a foreign page. */
export type Foreign = 'host' | 'origin' | null;

/**
 * Refuses what a foreign page can make a browser send. With DNS rebinding, a page reaches a server on this machine by a
 * name of its own, but never by an address or as `localhost`; and the browser names the page that a request comes from.
 * https://fetch.spec.whatwg.org/#origin-header, https://www.w3.org/TR/fetch-metadata/
 */
export function findForeign(request: RequestOrigin, places: KnownPlaces): Foreign {
  const host = parseHostHeader(request.host);
  if (host === null || !isOwnName(host, places)) return 'host';
  if (request.origin === undefined) return request.fetchSite === 'cross-site' ? 'origin' : null;
  return isOwnOrigin(request.origin, request.host ?? '') || isListedOrigin(request.origin, places) ? null : 'origin';
}

/** Whether pages of an origin may read answers. */
export function isListedOrigin(origin: string, { allowedOrigins }: KnownPlaces): boolean {
  return allowedOrigins.some((allowed) => URL.canParse(allowed) && new URL(allowed).origin === origin);
}

function isOwnName(host: string, { allowedHosts }: KnownPlaces): boolean {
  return host === 'localhost' || isAddress(host) || allowedHosts.some((name) => name.toLowerCase() === host);
}

/** `null`, the origin of every sandboxed page, identifies none of them. */
function isOwnOrigin(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(`http://${host}`).host;
}
