import type { Page } from './page.ts';

const drive = /^[a-z]:[\\/]/i;

/**
 * A text that opens a folder or file when it is clicked in a terminal (OSC 8); just the text on a page without links, and
 * for what is no full path. The address names this machine, so that a terminal on another one does not open a folder of
 * its own. The codes take no columns.
 */
export function toPathLink({ linkHost }: Pick<Page, 'linkHost'>, target: string, text: string): string {
  const isOfWindows = drive.test(target);
  if (linkHost === null || !(isOfWindows || target.startsWith('/'))) return text;
  const path = isOfWindows ? `/${target.replaceAll('\\', '/')}` : target;
  const parts = path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')).replace('%3A', ':'));
  return `\u001b]8;;file://${encodeURIComponent(linkHost)}${parts.join('/')}\u001b\\${text}\u001b]8;;\u001b\\`;
}
