/**
 * What the holder of an access token may do with a server: `read` what it knows, `ingest` telemetry into it, or `admin`:
 * everything, changes included.
 */
export const accessScopes = ['read', 'ingest', 'admin'] as const;
export type AccessScope = (typeof accessScopes)[number];

/** Whether scopes include the one that is needed; `admin` includes all. */
export function includesScope(held: readonly AccessScope[], needed: AccessScope): boolean {
  return held.includes('admin') || held.includes(needed);
}
