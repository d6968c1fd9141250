import { appOrigin } from './asset-path.ts';

/** Whether a page may make this request: our own files and Chromium's developer tools. Pages need no network. */
export function isAllowedRequest(url: string): boolean {
  return url.startsWith(`${appOrigin}/`) || url.startsWith('devtools://');
}

/** The only permission that a page may have: writing text to the clipboard. */
export function isAllowedPermission(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

/** Whether a page may save this: only what it has made itself; the system asks the person where to put it. */
export function isAllowedDownload(url: string): boolean {
  return url.startsWith(`blob:${appOrigin}/`);
}
