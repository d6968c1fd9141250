import { includesScope, type AccessScope } from '../../../shared/domain/access-scope.ts';
import type { StoredToken } from '../../node/host/access/token-file.ts';

/** How a server lets requests in. */
export interface AccessRules {
  /** Whether only this machine reaches it. */
  readonly isLocal: boolean;
  readonly readingNeedsToken: boolean;
}

/** The answer to whether a request may do what it wants. */
export type Permission = 'granted' | 'needs-token' | 'lacks-scope';

/** Decides by the token of a request; null when it has none, or an unknown one. */
export function decidePermission(needed: AccessScope, token: StoredToken | null, rules: AccessRules): Permission {
  if (token !== null) return includesScope(token.scopes, needed) ? 'granted' : 'lacks-scope';
  return needed === 'read' && rules.isLocal && !rules.readingNeedsToken ? 'granted' : 'needs-token';
}

/** The token in an `Authorization` header; null where there is none. */
export function parseBearer(header: string | undefined): string | null {
  return /^bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? null;
}
