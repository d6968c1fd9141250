const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
  "object-src 'none'",
] as const;

/** The policy that every page is served with, as a header: our own files, and nothing else. */
export const contentSecurityPolicy = directives.join('; ');
