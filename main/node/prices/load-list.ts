import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

/** LiteLLM's public list, from which the app's own is also made. */
export const publicListUrl =
  'https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json';

/** Ten times the size of the public list. */
const maxBytes = 20_000_000;
const timeoutMs = 30_000;

/** Why a list could not be loaded. `detail` is the system's own text. */
export interface LoadFailure {
  readonly reason: 'address' | 'unreachable' | 'status' | 'too-large';
  readonly detail: string;
}

/** Loads a price list as text, from a file or an address. Only https, or this machine itself, and no redirects. */
export async function loadList(from: string): Promise<Result<string, LoadFailure>> {
  try {
    return /^[a-z]+:\/\//i.test(from) ? await download(from) : await readText(from);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return fail({ reason: 'unreachable', detail: cause instanceof Error ? cause.message : String(cause) });
  }
}

async function download(address: string): Promise<Result<string, LoadFailure>> {
  const url = URL.parse(address);
  const isLocal = url !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))) {
    return fail({ reason: 'address', detail: address });
  }
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs), credentials: 'omit' });
  if (!response.ok || response.body === null) return fail({ reason: 'status', detail: String(response.status) });
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body) {
    bytes += part.byteLength;
    if (bytes > maxBytes) return fail({ reason: 'too-large', detail: address });
    parts.push(part);
  }
  return ok(Buffer.concat(parts).toString('utf8'));
}

async function readText(file: string): Promise<Result<string, LoadFailure>> {
  // Otherwise, opening a pipe without a writer would block.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return fail({ reason: 'address', detail: file });
    if (stats.size > maxBytes) return fail({ reason: 'too-large', detail: file });
    return ok(await handle.readFile('utf8'));
  } finally {
    await handle.close();
  }
}
