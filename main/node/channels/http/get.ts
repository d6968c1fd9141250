import { secondMs } from '../../../../shared/domain/instant.ts';
import { exchangeOnce, parseAddress } from './exchange.ts';
import { resolveHost, type Lookup } from './resolve-host.ts';

/** Asks an address once; null when there is no good answer. Never rejects. */
export type Get = (address: string) => Promise<string | null>;

const maxAnswerBytes = 512 * 1024;

/**
 * Builds a `Get` for public pages: HTTPS beyond this machine, no private address, no redirect, no cookie, no credential, a
 * limit of time and of size. It says its name and nothing else.
 */
export function createGet(options: { readonly lookup?: Lookup; readonly timeoutMs?: number } = {}): Get {
  const timeoutMs = options.timeoutMs ?? 10 * secondMs;
  return async (address) => {
    const url = parseAddress(address);
    if (url === null) return null;
    const host = await resolveHost(url.hostname, false, options.lookup);
    if (!host.ok || (url.protocol !== 'https:' && !host.value.isLoopback)) return null;
    const headers = { accept: 'application/json' };
    const answered = await exchangeOnce(url, host.value, {
      method: 'GET',
      headers,
      body: '',
      timeoutMs,
      maxAnswerBytes,
    });
    return 'status' in answered && answered.status === 200 ? answered.body : null;
  };
}
