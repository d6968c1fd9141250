import type { ScopeWithoutLength } from '../../domain/limit-id.ts';
import { cleanText } from '../../lib/clean-text.ts';

/** What limit windows without a length are called. */
export type ScopeNames = Readonly<Record<ScopeWithoutLength, string>>;

/** The same in a sentence, and in a narrow column. */
export interface ScopeWords {
  readonly names: ScopeNames;
  readonly shortNames: ScopeNames;
}

/** Whether a scope has a name. Others are from a newer version's ledger. */
export function isNamedScope(scope: string, names: ScopeNames): scope is ScopeWithoutLength {
  return Object.hasOwn(names, scope);
}

/** The name of a scope; the scope itself where it has none. */
export function nameScope(scope: string, names: ScopeNames): string {
  return isNamedScope(scope, names) ? names[scope] : cleanText(scope);
}
