import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { messages } from '../../../messages.ts';

/** The maximum in the settings' schema. */
const maxPages = 20;

/**
 * Parses the address of a status page as a person types or copies it, with or without `https://` and a path, which is left
 * out; refuses one that is in the list already.
 */
export function parseStatusPage(text: string, known: readonly string[]): Result<string> {
  const words = messages.settings.statusPages;
  const typed = text.trim();
  const address = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || /\s/.test(typed) || !URL.canParse(address)) return fail(words.badPage);
  const { origin, protocol, hostname, username, password } = new URL(address);
  const isLocal = /^(?:localhost|127\.0\.0\.1)$/.test(hostname);
  const isSecure = protocol === 'https:' && (isLocal || hostname.includes('.'));
  if (!(isSecure || (protocol === 'http:' && isLocal)) || username !== '' || password !== '')
    return fail(words.badPage);
  if (known.includes(origin)) return fail(words.known);
  return known.length >= maxPages ? fail(words.tooMany(maxPages)) : ok(origin);
}
