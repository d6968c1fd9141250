import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { ProxyQuestion, ProxyReading } from '../../../shared/sources/usage-proxy.ts';

/**
 * Why a question has no answer. `refused`: the key is not allowed to ask; `missing`: this proxy has no such path;
 * `redirect`: it points elsewhere, where the key must not go; `other-shape`: not as documented.
 */
export type AskFailure = 'refused' | 'missing' | 'redirect' | 'status' | 'unreachable' | 'too-large' | 'other-shape';

const maxBytes = 64 * 1024 * 1024;
const timeoutMs = 30_000;

/** The address of a proxy without its last slash; null unless it is https, or on this machine. */
export function toProxyAddress(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  const isOwnMachine = /^(127(\.\d{1,3}){3}|\[::1\]|localhost)$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOwnMachine)) return null;
  return url.href.replace(/\/+$/, '');
}

/** Asks one thing. The key goes to this address and nowhere else: redirects are refused. Never throws. */
export async function askProxy(
  address: string,
  key: string,
  question: ProxyQuestion,
  stopping?: AbortSignal,
): Promise<Result<ProxyReading, AskFailure>> {
  try {
    const response = await fetch(address + question.path, {
      headers: { Authorization: ['Bearer', key].join(' '), Accept: 'application/json' },
      redirect: 'manual',
      credentials: 'omit',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(stopping === undefined ? [] : [stopping])]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return fail(toFailure(response.status));
    }
    const text = await readText(response);
    if (text === null) return fail('too-large');
    const reading = question.read(parse(text));
    return reading === null ? fail('other-shape') : ok(reading);
  } catch {
    return fail('unreachable');
  }
}

function toFailure(status: number): AskFailure {
  if (status >= 300 && status < 400) return 'redirect';
  if (status === 401 || status === 403) return 'refused';
  return status === 404 ? 'missing' : 'status';
}

async function readText(response: Response): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
