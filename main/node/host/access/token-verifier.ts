import { changeTokens } from './change-tokens.ts';
import { dropUnused, readTokens, type StoredToken } from './token-file.ts';
import { readMark } from './token-watch.ts';
import { findToken, markUsed } from './tokens.ts';

/**
 * Finds the token that a text is; null when it is not a token. A revoked token stops counting with the next request.
 */
export type VerifyToken = (text: string) => Promise<StoredToken | null>;

/**
 * Builds it over the file of tokens, which is read again whenever it has changed. An unusable file holds no token. The first
 * use of a token that would otherwise expire is recorded there.
 */
export function createTokenVerifier(file: string, nowMs: () => number): VerifyToken {
  let known: { readonly mark: string; readonly tokens: readonly StoredToken[] } = { mark: '', tokens: [] };
  return async (text) => {
    const mark = await readMark(file);
    if (mark !== known.mark) {
      const tokens = await readTokens(file);
      known = { mark, tokens: tokens.ok ? tokens.value : [] };
    }
    const found = findToken(dropUnused(known.tokens, nowMs()), text);
    if (found?.useByMs !== undefined) {
      // If this cannot be written, the next request tries again.
      await changeTokens(file, (tokens) => markUsed(tokens, found.id)).catch(() => undefined);
    }
    return found;
  };
}
