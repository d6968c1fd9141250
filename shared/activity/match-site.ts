import type { Site } from './site-table.ts';

/** Finds the listed site that an address belongs to; null for all others. */
export type MatchSite = (address: string) => Site | null;

/** Host and path of a web address; anything else, such as `file:`, is none. */
const addressPattern = /^https?:\/\/(?:[^/?#\\@]*@)?([^/?#\\:@]+)(?::\d*)?((?:\/[^?#\\]*)?)/i;

/**
 * Builds the search for a list of sites. A host stands for all hosts below it; a path prefix ends where a part of the
 * path ends. Of several that match, the most exact counts, and of equal ones the first.
 */
export function createSiteMatcher(sites: readonly Site[]): MatchSite {
  const byHost = new Map<string, { readonly path: string; readonly site: Site }[]>();
  for (const site of sites) {
    const { host, path } = splitDomain(site.domain);
    const listed = byHost.get(host) ?? [];
    listed.push({ path, site });
    byHost.set(host, listed);
  }
  for (const listed of byHost.values()) listed.sort((a, b) => b.path.length - a.path.length);
  return (address) => {
    const [, host, path] = addressPattern.exec(address) ?? [];
    if (host === undefined || path === undefined) return null;
    for (const name of listParents(host.toLowerCase().replace(/\.$/, ''))) {
      const found = byHost.get(name)?.find((entry) => isBelow(path, entry.path));
      if (found !== undefined) return found.site;
    }
    return null;
  };
}

/** Host and path prefix of a listed domain; the path has no slash at its end. */
export function splitDomain(domain: string): { readonly host: string; readonly path: string } {
  const at = domain.indexOf('/');
  const host = (at === -1 ? domain : domain.slice(0, at)).toLowerCase();
  return { host, path: at === -1 ? '' : domain.slice(at).replace(/\/+$/, '') };
}

/** A host and every host above it, the longest first. */
function listParents(host: string): readonly string[] {
  const parts = host.split('.');
  return parts.map((_part, index) => parts.slice(index).join('.'));
}

function isBelow(path: string, prefix: string): boolean {
  return prefix === '' || path === prefix || path.startsWith(`${prefix}/`);
}
