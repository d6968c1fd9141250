import { readTokens, type StoredToken } from './token-file.ts';
import { readMark } from './token-watch.ts';
import { findToken } from './tokens.ts';

/** Says whose token a text is; null when it is none. A revoked token is none from the next request on. */
export type VerifyToken = (text: string) => Promise<StoredToken | null>;

/** Builds it over the file of tokens, which is read again whenever it has changed. One that is unusable holds no token. */
export function createTokenVerifier(file: string): VerifyToken {
  let known: { readonly mark: string; readonly tokens: readonly StoredToken[] } = { mark: '', tokens: [] };
  return async (text) => {
    const mark = await readMark(file);
    if (mark !== known.mark) {
      const tokens = await readTokens(file);
      known = { mark, tokens: tokens.ok ? tokens.value : [] };
    }
    return findToken(known.tokens, text);
  };
}
