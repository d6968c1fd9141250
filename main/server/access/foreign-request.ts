import { isAddress, parseHostHeader } from './address-names.ts';

/** What a request says about where it comes from. */
export interface RequestOrigin {
  /** The header `Host`. */
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** What browsers say in `Sec-Fetch-Site`. */
  readonly fetchSite: string | undefined;
}

/** What the server goes by. */
export interface KnownPlaces {
  /** Its names besides `localhost` and addresses. */
  readonly allowedHosts: readonly string[];
  readonly allowedOrigins: readonly string[];
}

/** Why a request is refused; null when it is not. `host`: it was sent to another name. `origin`: by a foreign page. */
export type Foreign = 'host' | 'origin' | null;

/**
 * Refuses what a foreign page can make a browser send. A page reaches a server on this machine under a name of its own
 * (DNS rebinding), but never under an address or under `localhost`; and a browser says from which page a request comes.
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

/** `null`, the origin of a sandboxed page, is nobody's own. */
function isOwnOrigin(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(`http://${host}`).host;
}
