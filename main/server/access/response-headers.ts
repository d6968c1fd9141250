/** Headers that keep pages of other sites from using an answer, and the browser from guessing its type. */
export const protectingHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
};

/** May be cached, but must be revalidated before use. */
export const revalidated = 'private, no-cache';

/** What the dashboard may load: its own files, and answers of its own server. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Files whose names change with their content may be cached forever. */
export const forEver = 'public, max-age=31536000, immutable';
