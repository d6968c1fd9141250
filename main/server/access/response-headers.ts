/** Headers that keep other sites' pages from using an answer, and a browser from taking it for something else. */
export const protectingHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
};

/** May be kept, but not used without asking whether it still holds. */
export const revalidated = 'private, no-cache';
