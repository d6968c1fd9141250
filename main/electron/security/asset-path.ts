/** Scheme and host of our pages. */
export const appScheme = 'fuelgauge';
export const appHost = 'app';
export const appOrigin = `${appScheme}://${appHost}`;

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};

/** A file below the pages' folder (the segments of its path), and how to serve it. */
export interface Asset {
  readonly segments: readonly string[];
  readonly contentType: string;
}

// A name starts with a letter, digit, `_` or `-`: no dot files, no `..`, no drive letters, nothing encoded.
const segment = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;
const origin = new RegExp(`^${appScheme}://${appHost}/`, 'i');

/**
 * The file that a URL refers to; null when it must not be served: a foreign scheme or host, a way out of the folder in
 * any notation, or a type that we do not ship. Works on the raw text, since parsing a URL already resolves `..`.
 */
export function resolveAsset(url: string): Asset | null {
  if (!origin.test(url)) return null;
  const path = url.replace(origin, '').replace(/[?#].*$/s, '');
  const segments = path.split('/');
  if (!segments.every((name) => segment.test(name) && !name.includes('..'))) return null;
  const extension = /\.([a-z0-9]+)$/.exec(segments.at(-1) ?? '')?.[1];
  const contentType = extension === undefined ? undefined : contentTypes[extension];
  return contentType === undefined ? null : { segments, contentType };
}
